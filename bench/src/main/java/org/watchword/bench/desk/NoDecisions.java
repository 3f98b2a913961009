package org.watchword.bench.desk;

import java.util.function.Consumer;
import org.watchword.desk.review.ReviewLog;
import org.watchword.model.review.Review;

/** A desk that is only searched: nobody decides. */
final class NoDecisions implements ReviewLog {

    @Override
    public void add(Review decision) {
        throw new UnsupportedOperationException("nobody decides while a desk is measured");
    }

    @Override
    public void read(Consumer<Review> decisions) {
        // There are none.
    }
}
