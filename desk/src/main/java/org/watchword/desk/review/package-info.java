/**
 * Decisions of people about flagged statements, as the desk takes and shows them.
 *
 * <p>{@link org.watchword.desk.review.ReviewDesk} is what the pages ask: it says what was decided, takes a
 * {@link org.watchword.desk.review.ReviewForm}, and sends it to the {@link org.watchword.desk.review.ReviewLog} before anybody is told that
 * it is saved. Who has just decided sees it at once ({@link org.watchword.desk.review.OwnWrites}), though the index follows a moment
 * later. Two who decide without seeing each other are shown both decisions; none is lost.
 *
 * <p>{@link org.watchword.desk.review.ReviewReport} tells how often rules are right, each share with its Wilson interval, and how far
 * reviewers agree ({@link org.watchword.desk.review.CohensKappa}).
 */
@NullMarked
package org.watchword.desk.review;

import org.jspecify.annotations.NullMarked;
