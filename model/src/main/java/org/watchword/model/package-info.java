/**
 * The records on the wire, their JSON form and the topic names.
 *
 * <p>{@link org.watchword.model.Document} is one captured version of one page. {@link org.watchword.model.Analysis} is what the
 * line finds in it: sentences, {@link org.watchword.model.Entity entities}, {@link org.watchword.model.Quote quotes} and
 * {@link org.watchword.model.Statement statements} with their {@link org.watchword.model.Flag flags}. What cannot be processed
 * becomes a {@link org.watchword.model.DeadLetter}; what was processed is counted in
 * {@link org.watchword.model.StageCounts}. Copies of a text at several outlets are one story, of which each page is a
 * {@link org.watchword.model.StoryMember}. How long the way to a search hit took is told in {@link org.watchword.model.SearchDelays}, and
 * {@link org.watchword.model.Trace} is the thread through all of it.
 *
 * <p>What people decide about statements has its own package, {@link org.watchword.model.review}.
 *
 * <p>Every offset is in UTF-16 units into {@link org.watchword.model.Document#text()}, half-open. Every time is UTC. A component
 * that may be absent is marked {@code @Nullable} and is written as JSON {@code null}. Collections are unmodifiable copies and never
 * null. The records carry Jackson annotations only, so any mapper writes the same bytes; ids are computed in
 * {@link org.watchword.model.ContentHash}.
 */
@NullMarked
package org.watchword.model;

import org.jspecify.annotations.NullMarked;
