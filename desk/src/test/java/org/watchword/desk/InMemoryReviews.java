package org.watchword.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.watchword.desk.review.ReviewLog;
import org.watchword.desk.review.ReviewLogException;
import org.watchword.index.ReviewIndex;
import org.watchword.index.ReviewTotals;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewState;

/** A log, and an index that learns of it when told to. */
public final class InMemoryReviews implements ReviewLog, ReviewIndex {

    private final List<Review> log = new ArrayList<>();
    private final List<Review> indexed = new ArrayList<>();
    private boolean up = true;

    /** What is in the log is in the index. */
    public synchronized void index() {
        indexed.clear();
        indexed.addAll(log);
    }

    /** Somebody at another desk has decided. */
    public synchronized void addElsewhere(Review decision) {
        log.add(decision);
        index();
    }

    public synchronized void takeDown() {
        up = false;
    }

    public synchronized List<Review> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized void add(Review decision) {
        if (!up) {
            throw new ReviewLogException("Kafka did not acknowledge the decision", new IOException("refused"));
        }
        log.add(decision);
    }

    @Override
    public synchronized void read(Consumer<Review> decisions) {
        log.forEach(decisions);
    }

    @Override
    public synchronized Optional<ReviewFold> decisions(String subject) {
        List<Review> found =
                indexed.stream().filter(d -> d.subject().equals(subject)).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(ReviewFold.of(found));
    }

    @Override
    public synchronized ReviewTotals totals() {
        Map<String, List<Review>> bySubject = new LinkedHashMap<>();
        indexed.forEach(d ->
                bySubject.computeIfAbsent(d.subject(), s -> new ArrayList<>()).add(d));
        Map<ReviewState, Long> states = new EnumMap<>(ReviewState.class);
        Map<String, long[]> rules = new LinkedHashMap<>();
        Map<String, long[]> categories = new LinkedHashMap<>();
        List<ReviewTotals.Pair> pairs = new ArrayList<>();
        for (List<Review> decisions : bySubject.values()) {
            ReviewFold fold = ReviewFold.of(decisions);
            states.merge(fold.summary().state(), 1L, Long::sum);
            fold.outcomes().forEach(o -> {
                rules.computeIfAbsent(o.flag().rule(), r -> new long[3])[
                        o.outcome().ordinal()]++;
                categories
                        .computeIfAbsent(o.flag().category().id(), r -> new long[3])[
                        o.outcome().ordinal()]++;
            });
            var voices = fold.summary().verdicts();
            if (voices.size() == 2) {
                pairs.add(new ReviewTotals.Pair(
                        voices.get(0).reviewer(),
                        voices.get(1).reviewer(),
                        voices.get(0).verdict(),
                        voices.get(1).verdict(),
                        1));
            }
        }
        return new ReviewTotals(states, outcomes(rules), outcomes(categories), pairs, 0);
    }

    private static List<ReviewTotals.Outcomes> outcomes(Map<String, long[]> counts) {
        return counts.entrySet().stream()
                .map(e -> new ReviewTotals.Outcomes(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
                .toList();
    }
}
