/**
 * What a run says of itself, on its terminal and in its file.
 *
 * <p>{@link org.watchword.app.log.RunLog} opens the file. In the plain form whatever a message, a value or an exception's text may contain
 * stays on its own line ({@link org.watchword.app.log.OneLine}, {@link org.watchword.app.log.MarkedStack}): an outlet that puts a line break into
 * a headline cannot forge an entry.
 */
@NullMarked
package org.watchword.app.log;

import org.jspecify.annotations.NullMarked;
