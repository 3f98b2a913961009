/**
 * How the sources are: when each could last be read, what went wrong in words, and whether it publishes as it used to.
 *
 * <p>{@link org.watchword.desk.health.SourceHealth} is worked out from the daily coverage records
 * ({@link org.watchword.model.SourceDay}). Silence is never read as absence: a day on which a source was not reached, or on which
 * nobody looked, has no place in its normal and is shown as what it is.
 */
@NullMarked
package org.watchword.desk.health;

import org.jspecify.annotations.NullMarked;
