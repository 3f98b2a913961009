/**
 * A running line: servers, then roles, opened in order and closed in reverse.
 *
 * <p>{@link org.watchword.app.line.Line#open} is the whole start: checks of the machine, the data folder's lock, the servers the
 * configuration leaves to us, the topics, the roles. Everything it opens is handed to a {@link org.watchword.app.line.LineRunner}, which
 * closes it all when one part fails to open, when a signal comes, or when a role reports that it cannot go on.
 *
 * <p>A {@link org.watchword.app.line.Role} is one of the four things a machine can do, built by a
 * {@link org.watchword.app.line.RoleFactory} from a {@link org.watchword.app.line.LineContext}.
 */
@NullMarked
package org.watchword.app.line;

import org.jspecify.annotations.NullMarked;
