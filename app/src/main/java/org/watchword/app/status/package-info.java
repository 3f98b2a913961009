/**
 * What became of every input.
 *
 * <p>{@link org.watchword.app.status.CountsReader} reads what the stages say they have done; {@link org.watchword.app.status.Account}
 * sums it up and checks it: within a stage every input ended exactly once, and between stages what one handed on the next took in.
 *
 * <p>{@link org.watchword.app.status.Progress} adds how it goes now: what waits before each stage, how far the stages are behind their topics,
 * and how long documents take from their record to a search hit; {@link org.watchword.app.status.ProgressScreen} draws it.
 */
@NullMarked
package org.watchword.app.status;

import org.jspecify.annotations.NullMarked;
