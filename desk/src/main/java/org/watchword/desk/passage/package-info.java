/**
 * Words in their surroundings.
 *
 * <p>{@link org.watchword.desk.passage.Passage} cuts the context of a statement out of the version of the page it stands in, and
 * refuses to show any when the words there are not the statement's. {@link org.watchword.desk.passage.MarkedText} cuts a text into
 * {@link org.watchword.desk.passage.Piece pieces} by what is marked in it. {@link org.watchword.desk.passage.HostileText} makes
 * visible what would let a scraped text deceive its reader.
 */
@NullMarked
package org.watchword.desk.passage;

import org.jspecify.annotations.NullMarked;
