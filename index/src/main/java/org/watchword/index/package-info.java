/**
 * From the {@code analyses} topic into Elasticsearch, and the port through which statements are searched.
 *
 * <p>{@link org.watchword.index.StatementIndex} is what the desk, the digest and the exports ask; they know no Elasticsearch. A
 * {@link org.watchword.index.StatementQuery} is the same on a page, in the JSON API and on the command line, and
 * {@link org.watchword.index.SearchResult} is its answer.
 *
 * <p>{@link org.watchword.index.StatementSummaries} counts what a query finds over time; {@link org.watchword.index.SavedSearches} keeps
 * queries under a name.
 *
 * <p>There is a row for each statement, one for each version of a page, and one for each page with the history of its edits, which
 * {@link org.watchword.index.EditIndex} searches. What people decided stands in rows of its own, from which the rows of statements are
 * told where they stand; {@link org.watchword.index.ReviewIndex} counts it.
 *
 * <p>{@link org.watchword.index.IndexListener} is the way out for metrics and the log: who listens is not known here. How long a document
 * took to be found is measured by looking for it ({@code RefreshWatch}), not computed from the refresh interval.
 */
@NullMarked
package org.watchword.index;

import org.jspecify.annotations.NullMarked;
