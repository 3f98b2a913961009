package org.watchword.index;

import java.time.Instant;

/**
 * A document whose rows are written but cannot be found before the next refresh.
 *
 * @param captured when its page was received
 * @param published when its record was written to the documents topic
 * @param analyzed when its analysis was made
 * @param indexed when the index had taken its rows
 */
record Written(Instant captured, Instant published, Instant analyzed, Instant indexed) {}
