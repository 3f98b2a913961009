/**
 * What is known of every address and when it is due, in one SQLite file that survives a kill at any point. An address's state and the
 * counters that tell of it change in the same transaction.
 */
@NullMarked
package org.watchword.ingest.frontier;

import org.jspecify.annotations.NullMarked;
