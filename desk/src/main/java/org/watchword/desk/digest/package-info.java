/**
 * What was flagged, told at set times to those who asked for it.
 *
 * <p>A {@link org.watchword.desk.digest.Subscription} says what is wanted and, by its {@link org.watchword.desk.digest.Schedule}, when.
 * {@link org.watchword.desk.digest.DigestBuilder} gathers one issue: everything captured in its time, and everything captured earlier that
 * came too late for the issue before; grouped, copies shown once, bounded however much there is. What an earlier issue told and is no
 * longer so is listed by {@link org.watchword.desk.digest.Corrections}. {@link org.watchword.desk.digest.Digest} is the result, as plain
 * data; {@code desk.dispatch} writes it down and sends it.
 *
 * <p>{@link org.watchword.desk.digest.DigestLanguage} has the labels, dates and plurals of the languages a digest can be written in; what
 * people decided on review is heeded flag by flag.
 *
 * <p>Time is that of capture, which no outlet can backdate. Silence is never told as absence: every issue says which sources were read.
 */
@NullMarked
package org.watchword.desk.digest;

import org.jspecify.annotations.NullMarked;
