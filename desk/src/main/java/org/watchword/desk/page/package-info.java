/**
 * The pages. Each is a record that holds what its template shows ({@link org.watchword.desk.page.SearchView},
 * {@link org.watchword.desk.page.StatementView}, {@link org.watchword.desk.page.DocumentView},
 * {@link org.watchword.desk.page.StatusView}, {@link org.watchword.desk.page.ErrorView}); the template of the same name lies in
 * {@code src/main/jte}. Templates escape for the place a value stands in, and {@link org.watchword.desk.page.VisibleOutput} sees to it
 * that no value, from wherever, reaches a page with hidden characters in it.
 *
 * <p>The pages need no script; {@code desk.js} only adds keys.
 */
@NullMarked
package org.watchword.desk.page;

import org.jspecify.annotations.NullMarked;
