package org.watchword.desk.review;

import java.util.function.Consumer;
import org.watchword.model.review.Review;

/** Where decisions are kept for good. Only ever added to. Thread-safe. */
public interface ReviewLog {

    /**
     * Adds a decision. When it returns, the decision outlives the loss of this machine, as far as the log is kept in several copies.
     *
     * @throws ReviewLogException when it could not be made sure of
     */
    void add(Review decision);

    /**
     * Hands over all decisions there are at this moment, those of a page in the order they were made.
     *
     * @throws ReviewLogException when the log cannot be read
     */
    void read(Consumer<Review> decisions);
}
