/**
 * The roles of the line as the other modules bring them, each built from the settings: fetch, analyze, index, desk.
 *
 * <p>Nothing is decided here; a class in this package turns settings into the constructor calls of one room, and
 * {@link org.watchword.app.role.Analyzers} does the same for the commands that analyse without a server.
 */
@NullMarked
package org.watchword.app.role;

import org.jspecify.annotations.NullMarked;
