package org.watchword.desk.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.index.ReviewIndex;
import org.watchword.index.ReviewTotals;
import org.watchword.index.StatementRecord;
import org.watchword.model.ContentHash;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Finding;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.Verdict;

/** Decisions that are indexed the moment they are made. */
public final class InMemoryReviews implements ReviewIndex {

    private final Map<String, List<Review>> decisions = new LinkedHashMap<>();

    /** Decides on a statement. @return the statement as the index has it from then on */
    public StatementRecord decide(
            StatementRecord statement, String reviewer, Verdict verdict, @Nullable String flag, Correction correction) {
        Instant at = statement.capturedAt().plusSeconds(decisions.size() + 60L);
        List<JudgedFlag> judged = JudgedFlag.of(statement.flags(), statement.start());
        Finding held = Finding.of(null, judged);
        List<Review> all = decisions.computeIfAbsent(statement.subject(), subject -> new ArrayList<>());
        all.add(new Review(
                Review.id(statement.id(), reviewer, at, flag),
                ReviewKind.REVIEW,
                statement.id(),
                statement.documentId(),
                ContentHash.wordsId(statement.text()),
                reviewer,
                at.plusSeconds(all.size()),
                verdict,
                flag,
                "because",
                "",
                correction,
                Map.of(),
                judged,
                null,
                held,
                held,
                null));
        return statement.reviewed(ReviewFold.of(all).summary());
    }

    @Override
    public Optional<ReviewFold> decisions(String subject) {
        return Optional.ofNullable(decisions.get(subject)).map(ReviewFold::of);
    }

    @Override
    public ReviewTotals totals() {
        return new ReviewTotals(Map.of(), List.of(), List.of(), List.of(), 0);
    }
}
