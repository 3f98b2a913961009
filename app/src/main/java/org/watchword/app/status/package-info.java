/**
 * What became of every input.
 *
 * <p>{@link org.watchword.app.status.CountsReader} reads what the stages say they have done; {@link org.watchword.app.status.Account}
 * sums it up and checks it: within a stage every input ended exactly once, and between stages what one handed on the next took in.
 */
@NullMarked
package org.watchword.app.status;

import org.jspecify.annotations.NullMarked;
