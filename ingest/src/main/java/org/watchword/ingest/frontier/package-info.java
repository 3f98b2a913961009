/**
 * What is known of every address and when it is due, in one SQLite file that survives a kill at any point. An address's state and the
 * counters that tell of it change in the same transaction.
 *
 * <p>{@link org.watchword.ingest.frontier.Frontier} hands out what is due, host by host and by
 * {@link org.watchword.ingest.frontier.Priority}; {@link org.watchword.ingest.frontier.FetchSchedule} says when an address is due again;
 * {@link org.watchword.ingest.frontier.FetchState} ends an attempt. A claim is not written down: what was under way when the process died
 * is simply still due.
 *
 * <p>Where several fetchers share the work there is such a state for each part of the web, its file is a copy, and its
 * {@link org.watchword.ingest.frontier.Journal} the truth.
 */
@NullMarked
package org.watchword.ingest.frontier;

import org.jspecify.annotations.NullMarked;
