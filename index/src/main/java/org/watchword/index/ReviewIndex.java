package org.watchword.index;

import java.util.Optional;
import org.watchword.model.review.ReviewFold;

/** What people decided, as far as it is indexed. Thread-safe. */
public interface ReviewIndex {

    /**
     * The decisions on words of a page. Sees what was indexed a moment ago.
     *
     * @param subject {@link org.watchword.model.review.Review#subject()}
     * @return empty when nobody has decided
     * @throws IndexUnavailableException when the index does not answer
     */
    Optional<ReviewFold> decisions(String subject);

    /** Everything that was decided, counted. */
    ReviewTotals totals();
}
