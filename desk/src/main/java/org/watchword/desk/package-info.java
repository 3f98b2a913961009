/**
 * What people use: the search page, statement and document pages, the JSON API and the status of the line.
 *
 * <p>{@link org.watchword.desk.DeskServer} serves them on {@link org.watchword.desk.DeskSettings}; it asks a
 * {@link org.watchword.index.StatementIndex} and a {@link org.watchword.desk.StatusSource} and keeps nothing itself: the whole state
 * of a page is its address. Around it:
 *
 * <ul>
 *   <li>{@code request}: a search as an address holds it, the same for page and API
 *   <li>{@code api}: the JSON answers
 *   <li>{@code page}: the pages; templates lie in {@code src/main/jte} and become Java sources in the build
 *   <li>{@code saved}: searches kept under a name; {@code batch}: many searches counted at once
 *   <li>{@code rule}: what the rules say; {@code copy}: pages as they were captured
 *   <li>{@code passage}: words in their surroundings, marked; hostile characters made visible
 *   <li>{@code digest}: what was flagged, told at set times; {@code dispatch}: its ways out
 *   <li>{@code review}: what people decide about flags, and what that shows
 *   <li>{@code timeline}: quotes in time order, to be taken away as tables, annexes and citations
 *   <li>{@code access}: which requests are let in and whose they are, and the headers every answer carries
 *   <li>{@code account}: who works at the desk, and what they may do
 * </ul>
 */
@NullMarked
package org.watchword.desk;

import org.jspecify.annotations.NullMarked;
