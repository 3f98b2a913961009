package org.watchword.desk.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.review.Review;

/** The decisions this desk has sent last, for as long as the index may not have them. Thread-safe. */
final class RecentReviews {

    /** Some hours of a busy desk; the index is behind by seconds. */
    private static final int MOST = 2_000;

    private final Map<String, List<Review>> bySubject = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Review>> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Review decision) {
        List<Review> all = new ArrayList<>(of(decision.subject()));
        all.add(decision);
        bySubject.put(decision.subject(), List.copyOf(all));
    }

    synchronized List<Review> of(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
