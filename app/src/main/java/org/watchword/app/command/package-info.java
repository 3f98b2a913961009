/**
 * The subcommands, each a class.
 *
 * <p>What a command answers goes to the standard output; what it tells the person goes to the standard error. A command ends with 0 when
 * it did what was asked, 1 when it could not, 2 when it was asked wrongly. A user's mistake is one sentence, never a stack trace.
 */
@NullMarked
package org.watchword.app.command;

import org.jspecify.annotations.NullMarked;
