package org.watchword.model.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.model.Category;
import org.watchword.model.FlagStatus;
import org.watchword.model.review.ReviewFold.FlagOutcome;
import org.watchword.model.review.ReviewFold.Outcome;
import tools.jackson.databind.json.JsonMapper;

class ReviewFoldTest {

    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");
    private static final JudgedFlag VERMIN = new JudgedFlag(
            Category.DEHUMANIZATION_VERMIN, FlagStatus.FLAGGED, "vermin-is", "en/vermin@1", 0, 9, "velmari");
    private static final JudgedFlag THREAT = new JudgedFlag(
            Category.THREAT_EXPULSION, FlagStatus.FLAGGED, "drive-out", "en/threat@1", 12, 30, "velmari");

    private record Decision(String reviewer, int minute, Verdict verdict) {

        Review by(ReviewKind kind, @Nullable String flag, Correction correction, @Nullable Review seen) {
            Instant at = NOON.plusSeconds(60L * minute);
            Finding before = Finding.of("Marek Dravec", List.of(VERMIN, THREAT));
            return new Review(
                    Review.id("s1", reviewer, at, flag),
                    kind,
                    "s1",
                    "d1",
                    "w1",
                    reviewer,
                    at,
                    verdict,
                    flag,
                    "because",
                    "",
                    correction,
                    Map.of(),
                    List.of(VERMIN, THREAT),
                    "Marek Dravec",
                    before,
                    before.with(ReviewState.of(verdict), correction),
                    seen == null ? null : seen.id());
        }
    }

    private static Review review(String reviewer, int minute, Verdict verdict, @Nullable Review seen) {
        return new Decision(reviewer, minute, verdict).by(ReviewKind.REVIEW, null, Correction.none(), seen);
    }

    private static ReviewSummary summary(Review... decisions) {
        return ReviewFold.of(List.of(decisions)).summary();
    }

    @Test
    void withoutDecisionsAStatementIsUnreviewed() {
        assertThat(ReviewFold.of(List.of()).summary()).isEqualTo(ReviewSummary.unreviewed());
    }

    @Test
    void aSecondReviewerAgreesOrDisputes() {
        Review ada = review("ada", 0, Verdict.CONFIRM, null);

        assertThat(summary(ada).state()).isEqualTo(ReviewState.CONFIRMED);
        assertThat(summary(ada).agreement()).isEqualTo(Agreement.SINGLE);

        ReviewSummary agreed = summary(ada, review("ben", 1, Verdict.CONFIRM, ada));
        assertThat(agreed.state()).isEqualTo(ReviewState.CONFIRMED);
        assertThat(agreed.agreement()).isEqualTo(Agreement.AGREED);
        assertThat(agreed.crossed()).isFalse();

        ReviewSummary disputed = summary(ada, review("ben", 1, Verdict.REJECT, ada));
        assertThat(disputed.state()).isEqualTo(ReviewState.DISPUTED);
        assertThat(disputed.verdicts())
                .extracting(ReviewSummary.Voice::reviewer, ReviewSummary.Voice::verdict)
                .containsExactly(tuple("ada", Verdict.CONFIRM), tuple("ben", Verdict.REJECT));
    }

    @Test
    void whoChangesTheirMindHasOneVoice() {
        Review first = review("ada", 0, Verdict.CONFIRM, null);

        ReviewSummary summary = summary(first, review("ada", 1, Verdict.REJECT, first));

        assertThat(summary.state()).isEqualTo(ReviewState.REJECTED);
        assertThat(summary.agreement()).isEqualTo(Agreement.SINGLE);
        assertThat(summary.crossed()).isFalse();
    }

    @Test
    void anAdjudicationSettlesADisputeAndStandsAboveWhatComesLater() {
        Review ada = review("ada", 0, Verdict.CONFIRM, null);
        Review ben = review("ben", 1, Verdict.REJECT, ada);
        Review chief = new Decision("chief", 2, Verdict.NEEDS_CONTEXT)
                .by(ReviewKind.ADJUDICATION, null, new Correction("Ilse Tarn", null, null), ben);
        Review late = review("dora", 3, Verdict.CONFIRM, chief);

        ReviewSummary summary = summary(ada, ben, chief, late);

        assertThat(summary.state()).isEqualTo(ReviewState.NEEDS_CONTEXT);
        assertThat(summary.agreement()).isEqualTo(Agreement.ADJUDICATED);
        assertThat(summary.adjudicator()).isEqualTo("chief");
        assertThat(summary.correction().speaker()).isEqualTo("Ilse Tarn");
        assertThat(summary.verdicts()).extracting(ReviewSummary.Voice::reviewer).containsExactly("ada", "ben", "dora");
    }

    @Test
    void decisionsMadeWithoutSeeingEachOtherCross() {
        Review ada = review("ada", 0, Verdict.CONFIRM, null);
        Review ben = review("ben", 1, Verdict.CONFIRM, null);

        assertThat(summary(ada, ben).crossed()).isTrue();

        Review again = review("ben", 2, Verdict.CONFIRM, ben);
        assertThat(summary(ada, ben, again).crossed()).as("now ben has seen it").isFalse();
    }

    @Test
    void anyOrderAndAnyRepetitionGiveTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Review> decisions = new ArrayList<>();
        Review seen = null;
        for (int i = 0; i < 40; i++) {
            Verdict verdict = Verdict.values()[random.nextInt(4)];
            ReviewKind kind = random.nextInt(12) == 0 ? ReviewKind.ADJUDICATION : ReviewKind.REVIEW;
            String flag = random.nextBoolean() ? null : random.nextBoolean() ? VERMIN.key() : THREAT.key();
            Correction correction =
                    random.nextInt(4) == 0 ? new Correction("speaker " + i, null, "threat.direct") : Correction.none();
            seen = new Decision("reviewer-" + random.nextInt(4), i, verdict)
                    .by(kind, flag, correction, random.nextBoolean() ? seen : null);
            decisions.add(seen);
        }
        ReviewFold inOrder = ReviewFold.of(decisions);
        List<Review> shuffled = new ArrayList<>(decisions);
        shuffled.addAll(decisions.subList(5, 20));
        Collections.shuffle(shuffled, random);
        ReviewFold other = ReviewFold.of(shuffled);

        assertThat(other.decisions()).as("seed " + seed).isEqualTo(inOrder.decisions());
        assertThat(other.summary()).as("seed " + seed).isEqualTo(inOrder.summary());
        assertThat(other.outcomes()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(inOrder.outcomes());
    }

    @Test
    void eachFlagIsRightOrWrongByItself() {
        Review vermin =
                new Decision("ada", 0, Verdict.CONFIRM).by(ReviewKind.REVIEW, VERMIN.key(), Correction.none(), null);
        Review threat =
                new Decision("ada", 1, Verdict.REJECT).by(ReviewKind.REVIEW, THREAT.key(), Correction.none(), vermin);

        ReviewFold fold = ReviewFold.of(List.of(vermin, threat));

        assertThat(fold.summary().state()).isEqualTo(ReviewState.CONFIRMED);
        assertThat(fold.outcomes())
                .containsExactly(new FlagOutcome(VERMIN, Outcome.RIGHT), new FlagOutcome(THREAT, Outcome.WRONG));
    }

    @Test
    void aCategoryThatWasPutRightWasWrong() {
        Review review = new Decision("ada", 0, Verdict.CONFIRM)
                .by(ReviewKind.REVIEW, null, new Correction(null, null, "threat.expulsion"), null);

        assertThat(ReviewFold.of(List.of(review)).outcomes())
                .containsExactly(new FlagOutcome(VERMIN, Outcome.WRONG), new FlagOutcome(THREAT, Outcome.RIGHT));
        assertThat(review.after().categories()).containsExactly("threat.expulsion");
        assertThat(review.before().categories()).containsExactly("dehumanization.vermin", "threat.expulsion");
    }

    @Test
    void whatIsDisputedOrOutOfScopeProvesNothing() {
        Review ada = review("ada", 0, Verdict.CONFIRM, null);

        assertThat(ReviewFold.of(List.of(ada, review("ben", 1, Verdict.REJECT, ada)))
                        .outcomes())
                .extracting(FlagOutcome::outcome)
                .containsOnly(Outcome.OPEN);
        assertThat(ReviewFold.of(List.of(review("ada", 0, Verdict.OUT_OF_SCOPE, null)))
                        .outcomes())
                .isEmpty();
    }

    @Test
    void aDecisionSurvivesTheWireAndARejectionNeedsAReason() {
        Review review = new Decision("ada", 0, Verdict.CONFIRM)
                .by(ReviewKind.REVIEW, VERMIN.key(), new Correction("Ilse Tarn", null, null), null);
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsBytes(review), Review.class)).isEqualTo(review);
        assertThat(json.writeValueAsString(review))
                .contains("\"verdict\":\"confirm\"")
                .doesNotContain("subject");
        String rejected = json.writeValueAsString(review)
                .replace("\"confirm\"", "\"reject\"")
                .replace("because", " ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    try {
                        json.readValue(rejected, Review.class);
                    } catch (tools.jackson.core.JacksonException e) {
                        throw e.getCause() instanceof IllegalArgumentException cause ? cause : e;
                    }
                })
                .withMessage("a rejection needs a reason");
    }
}
