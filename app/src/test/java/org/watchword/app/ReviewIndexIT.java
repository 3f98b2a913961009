package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.index.ElasticsearchReviewIndex;
import org.watchword.index.Facet;
import org.watchword.index.ReviewIndex;
import org.watchword.index.ReviewTotals;
import org.watchword.index.SearchResult.Bucket;
import org.watchword.index.StatementQuery;
import org.watchword.model.Category;
import org.watchword.model.Topics;
import org.watchword.model.review.Agreement;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.ReviewSummary;
import org.watchword.model.review.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Decisions from the topic into the index, between a real broker and a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewIndexIT {

    private static final TestingAnalyses RATS =
            TestingAnalyses.of("rats", "They are rats.", "they be rat").flagged(Category.DEHUMANIZATION_VERMIN);
    private static final TestingAnalyses LATER = TestingAnalyses.of(
                    "later", "They know what awaits them.", "they know what await they")
            .flagged(Category.THREAT_VEILED);
    private static final TestingAnalyses NOBODY =
            TestingAnalyses.of("nobody", "The ferry leaves at noon.", "the ferry leave at noon");

    private static final Review ADA = TestingReviews.review(RATS, "ada", 0, Verdict.CONFIRM, Correction.none(), null);
    private static final Review BEN =
            TestingReviews.review(RATS, "ben", 1, Verdict.CONFIRM, new Correction("Ilse Tarn", null, null), ADA);
    private static final Review EARLY = TestingReviews.review(LATER, "ada", 2, Verdict.REJECT, Correction.none(), null);

    private final Path folder;
    private @Nullable TestingServers started;

    ReviewIndexIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void begin() throws Exception {
        started = TestingServers.start(folder, "review-");
        index().send(List.of(RATS, NOBODY));
        index().awaitCounted(2);
    }

    @AfterAll
    void end() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    @Order(1)
    void aDecisionIsFoundByItsFacetAsSoonAsItIsCounted() throws Exception {
        assertThat(facet(Facet.REVIEW)).containsExactly(new Bucket("unreviewed", 2));

        send(ADA);
        awaitEnded(3);

        assertThat(facet(Facet.REVIEW))
                .containsExactlyInAnyOrder(new Bucket("unreviewed", 1), new Bucket("confirmed", 1));
        assertThat(ids(ReviewState.CONFIRMED)).containsExactly(RATS.id());
        assertThat(ids(ReviewState.UNREVIEWED)).containsExactly(NOBODY.id());
        assertThat(standing(RATS).agreement()).isEqualTo(Agreement.SINGLE);
        assertThat(standing(RATS).changed()).isFalse();
    }

    @Test
    @Order(2)
    void aSecondReviewerAgreesAndADecisionSentTwiceCountsOnce() throws Exception {
        send(BEN);
        send(ADA);
        awaitEnded(5);

        assertThat(standing(RATS).agreement()).isEqualTo(Agreement.AGREED);
        assertThat(standing(RATS).correction().speaker()).isEqualTo("Ilse Tarn");
        assertThat(standing(RATS).crossed()).isFalse();
        assertThat(reviews().decisions(ADA.subject()).orElseThrow().decisions()).containsExactly(ADA, BEN);
        ReviewTotals totals = reviews().totals();
        assertThat(totals.states()).containsOnly(entry(ReviewState.CONFIRMED, 1L));
        assertThat(totals.rules()).containsExactly(new ReviewTotals.Outcomes("test-rule", 1, 0, 0));
        assertThat(totals.categories()).containsExactly(new ReviewTotals.Outcomes("dehumanization.vermin", 1, 0, 0));
        assertThat(totals.pairs())
                .containsExactly(new ReviewTotals.Pair("ada", "ben", Verdict.CONFIRM, Verdict.CONFIRM, 1));
    }

    @Test
    @Order(3)
    void analysedAnewAStatementKeepsItsReviewAndTellsThatItsFlagsAreOthers() throws Exception {
        index().send(List.of(RATS.flagged(Category.DEHUMANIZATION_DISEASE)));
        index().awaitCounted(6);

        assertThat(standing(RATS).state()).isEqualTo(ReviewState.CONFIRMED);
        assertThat(standing(RATS).verdicts()).hasSize(2);
        assertThat(standing(RATS).changed()).isTrue();
    }

    @Test
    @Order(4)
    void aDecisionThatComesBeforeItsStatementWaitsForIt() throws Exception {
        send(EARLY);
        awaitEnded(7);
        assertThat(index().statements().statement(LATER.id())).isEmpty();

        index().send(List.of(LATER));
        index().awaitCounted(8);

        assertThat(standing(LATER).state()).isEqualTo(ReviewState.REJECTED);
        assertThat(ids(ReviewState.REJECTED)).containsExactly(LATER.id());
    }

    @Test
    @Order(5)
    void theSameWordsInALaterVersionOfThePageAreReviewedToo() throws Exception {
        TestingAnalyses version =
                TestingAnalyses.of("rats", "They are – rats!", "they be rat").flagged(Category.DEHUMANIZATION_VERMIN);
        index().send(List.of(version));
        index().awaitCounted(9);

        assertThat(version.id()).isNotEqualTo(RATS.id());
        assertThat(standing(version).state()).isEqualTo(ReviewState.CONFIRMED);

        send(TestingReviews.review(RATS, "ada", 9, Verdict.NEEDS_CONTEXT, Correction.none(), BEN));
        awaitEnded(10);
        assertThat(standing(version).state()).isEqualTo(ReviewState.DISPUTED);
        assertThat(standing(RATS).state()).isEqualTo(ReviewState.DISPUTED);
    }

    @Test
    @Order(6)
    void whatIsNoDecisionBecomesADeadLetter() throws Exception {
        index().topics().send(Topics.REVIEWS, "d", "{\"id\":\"x\"}");

        assertThat(index().topics()
                        .deadLetter(l -> l.code().equals("not-a-review"))
                        .reason())
                .contains("a review needs statementId");
        assertThat(index().failures()).isEmpty();
    }

    private void send(Review review) throws Exception {
        Map<String, byte[]> records = new LinkedHashMap<>();
        records.put(review.documentId(), JsonMapper.shared().writeValueAsBytes(review));
        index().topics().send(Topics.REVIEWS, records);
    }

    /** Without waiting for the server to refresh: whoever decided sees it at once. */
    private void awaitEnded(long number) throws InterruptedException {
        TestingIndex.await(() ->
                index().counted().values().stream().mapToLong(Long::longValue).sum() >= number);
    }

    private List<Bucket> facet(Facet facet) {
        return Objects.requireNonNull(
                index().statements().search(StatementQuery.of("")).facets().get(facet.parameter()));
    }

    private List<String> ids(ReviewState state) {
        StatementQuery all = StatementQuery.of("");
        return index()
                .statements()
                .search(new StatementQuery(
                        "", Map.of(Facet.REVIEW, List.of(state.id())), null, null, all.sort(), 20, false, null))
                .hits()
                .stream()
                .map(hit -> hit.statement().id())
                .toList();
    }

    private ReviewSummary standing(TestingAnalyses page) {
        return index().statements().statement(page.id()).orElseThrow().standing();
    }

    private ReviewIndex reviews() {
        return new ElasticsearchReviewIndex(index().connection());
    }

    private TestingIndex index() {
        return Objects.requireNonNull(started).index();
    }
}
