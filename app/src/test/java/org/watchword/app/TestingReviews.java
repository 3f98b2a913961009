package org.watchword.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Analysis;
import org.watchword.model.ContentHash;
import org.watchword.model.Statement;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Finding;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.Verdict;

/** Decisions on the only statement of a {@link TestingAnalyses}, as a desk would send them. */
final class TestingReviews {

    private static final Instant NOON = Instant.parse("2031-05-07T12:00:00Z");

    private TestingReviews() {}

    static Review review(
            TestingAnalyses page,
            String reviewer,
            int minute,
            Verdict verdict,
            Correction correction,
            @Nullable Review seen) {
        Analysis analysis = page.analysis();
        Statement statement = analysis.annotation().statements().get(0);
        String speaker =
                statement.speaker() == null ? null : statement.speaker().name();
        List<JudgedFlag> judged = JudgedFlag.of(statement.flags(), statement.start());
        Instant at = NOON.plusSeconds(60L * minute);
        Finding before = Finding.of(speaker, judged);
        return new Review(
                Review.id(statement.id(), reviewer, at, null),
                ReviewKind.REVIEW,
                statement.id(),
                analysis.document().id(),
                ContentHash.wordsId(statement.text()),
                reviewer,
                at,
                verdict,
                null,
                "because",
                "",
                correction,
                Map.of(),
                judged,
                speaker,
                before,
                before.with(ReviewState.of(verdict), correction),
                seen == null ? null : seen.id());
    }
}
