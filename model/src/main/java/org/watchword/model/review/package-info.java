/**
 * What people decide about statements.
 *
 * <p>A {@link org.watchword.model.review.Review} is one decision: who, when, on which words, and what. Decisions are only ever added to the
 * topic {@code reviews}; what holds of a statement is worked out from all of them by {@link org.watchword.model.review.ReviewFold}, which
 * gives the same {@link org.watchword.model.review.ReviewSummary} in whatever order they come.
 *
 * <p>A decision is about words on a page, not about a row of an index: it is found again by
 * {@link org.watchword.model.review.Review#subject()}, so a new version of the page or another rule pack does not lose it.
 */
@NullMarked
package org.watchword.model.review;

import org.jspecify.annotations.NullMarked;
