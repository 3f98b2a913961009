package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.StatementRecord;
import org.watchword.model.ContentHash;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Finding;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.RabatFactor;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewPagesTest {

    private static final StatementRecord RALLY = SampleIndex.rally().records().get(0);
    private static final String PAGE = "/statements/" + RALLY.id();
    private static final Pattern BASED_ON = Pattern.compile("name=\"basedOn\" value=\"([0-9a-f]*)\"");

    private final InMemoryReviews reviews = new InMemoryReviews();
    private final TestingDesk desk = new TestingDesk(SampleIndex.create(), reviews);
    private final TestingVisitor visitor = new TestingVisitor(desk.port());

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aDecisionIsKeptBeforeThePageSaysSoAndIsSeenBeforeTheIndexHasIt() {
        visitor.get(PAGE);

        HttpResponse<String> answer = visitor.post(
                PAGE + "/review",
                Map.of(
                        "verdict", "confirm",
                        "note", "heard by many",
                        "speaker", "Marek Dravec the elder",
                        "worksheet-extent", "four thousand people",
                        "basedOn", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(PAGE + "#review");
        Review decision = reviews.log().get(0);
        assertThat(decision.reviewer()).isEqualTo("local");
        assertThat(decision.verdict()).isEqualTo(Verdict.CONFIRM);
        assertThat(decision.worksheet()).containsOnly(Map.entry(RabatFactor.EXTENT, "four thousand people"));
        assertThat(decision.before().speaker()).isEqualTo("Marek Dravec");
        assertThat(decision.before().state()).isEqualTo(ReviewState.UNREVIEWED);
        assertThat(decision.after().speaker()).isEqualTo("Marek Dravec the elder");
        assertThat(decision.after().state()).isEqualTo(ReviewState.CONFIRMED);
        assertThat(decision.judged()).hasSize(2);
        assertThat(reviews.decisions(RALLY.subject())).as("not indexed yet").isEmpty();
        assertThat(visitor.get(PAGE).body())
                .contains("chip-review-confirmed")
                .contains("heard by many")
                .contains("four thousand people")
                .contains("Marek Dravec the elder");
        assertThat(desk.json("/api/statements/" + RALLY.id())
                        .at("/review/state")
                        .asString())
                .isEqualTo("confirmed");
    }

    @Test
    void toRejectNeedsAReasonAndWhatWasWrittenIsNotLost() {
        visitor.get(PAGE);

        HttpResponse<String> refused =
                visitor.post(PAGE + "/review", Map.of("verdict", "reject", "note", "a note of mine"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("To reject needs a reason").contains("a note of mine");
        assertThat(reviews.log()).isEmpty();

        visitor.post(PAGE + "/review", Map.of("verdict", "reject", "reason", "quoted to condemn it"));
        assertThat(reviews.log().get(0).reason()).isEqualTo("quoted to condemn it");
    }

    @Test
    void whoDecidesWithoutHavingSeenAnotherIsShownBothAndMayKeepTheirOwn() {
        visitor.get(PAGE);
        reviews.addElsewhere(byBen(Verdict.REJECT, "he spoke of real rats"));

        HttpResponse<String> conflict =
                visitor.post(PAGE + "/review", Map.of("verdict", "confirm", "note", "surely not", "basedOn", ""));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Somebody decided meanwhile")
                .contains("he spoke of real rats")
                .contains("surely not")
                .contains("Record mine too");
        assertThat(reviews.log()).hasSize(1);

        Map<String, String> again = new LinkedHashMap<>(Map.of("verdict", "confirm", "note", "surely not"));
        again.put("basedOn", basedOn(conflict));
        assertThat(visitor.post(PAGE + "/review", again).statusCode()).isEqualTo(303);
        assertThat(reviews.log()).hasSize(2);
        assertThat(reviews.log().get(1).basedOn())
                .isEqualTo(reviews.log().get(0).id());
        assertThat(visitor.get(PAGE).body()).contains("chip-review-disputed").doesNotContain("without knowledge");
    }

    @Test
    void aFormSentTwiceIsOneDecision() {
        visitor.get(PAGE);
        Map<String, String> form = Map.of("verdict", "needs-context", "basedOn", "");

        visitor.post(PAGE + "/review", form);
        visitor.post(PAGE + "/review", form);

        assertThat(reviews.log()).hasSize(1);
    }

    @Test
    void nothingIsCalledSavedWhenTheLogDoesNotAnswer() {
        visitor.get(PAGE);
        reviews.takeDown();

        HttpResponse<String> answer = visitor.post(PAGE + "/review", Map.of("verdict", "confirm"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Kafka did not acknowledge the decision");
        assertThat(visitor.get(PAGE).body()).contains("chip-review-unreviewed");
    }

    @Test
    void theQueueHoldsWhatIsToBeDecidedAndForASecondReviewerWhatOthersHave() {
        HttpResponse<String> queue = visitor.get("/review?status=flagged");
        assertThat(queue.body()).contains("crawled out of the hills", "There is no such people");
        assertThat(queue.body()).doesNotContain("The Velmari are not rats");

        HttpResponse<String> next = visitor.post(
                PAGE + "/review", Map.of("verdict", "confirm", "back", "/review?status=flagged", "basedOn", ""));
        assertThat(next.headers().firstValue("Location")).hasValue("/review?status=flagged");
        assertThat(visitor.get("/review?status=flagged").body())
                .contains("There is no such people")
                .doesNotContain("crawled out of the hills");

        assertThat(visitor.get("/review?queue=nonsense").statusCode()).isEqualTo(400);
        assertThat(visitor.post(PAGE + "/review", Map.of("verdict", "confirm", "back", "//evil.example"))
                        .headers()
                        .firstValue("Location"))
                .hasValue(PAGE + "#review");
    }

    @Test
    void theSecondOpinionIsAskedForWithoutTellingTheFirst() {
        reviews.addElsewhere(byBen(Verdict.REJECT, "he spoke of real rats"));
        TestingDesk second = new TestingDesk(reviewed(byBen(Verdict.REJECT, "he spoke of real rats")), reviews);
        try {
            TestingVisitor other = new TestingVisitor(second.port());
            assertThat(other.get("/review?queue=second").body())
                    .contains("crawled out of the hills")
                    .doesNotContain("he spoke of real rats");
            assertThat(other.get(PAGE).body()).contains("better looked at after you have decided");
        } finally {
            second.close();
        }
    }

    @Test
    void theApiTakesDecisionsAndTellsThem() {
        visitor.get(PAGE);

        HttpResponse<String> made = visitor.post("/api" + PAGE + "/reviews", Map.of("verdict", "out-of-scope"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(read(made).at("/review/state").asString()).isEqualTo("out-of-scope");
        assertThat(visitor.post("/api" + PAGE + "/reviews", Map.of("verdict", "maybe"))
                        .body())
                .contains("'verdict' must be one of confirm, reject, needs-context, out-of-scope, not 'maybe'");
        assertThat(desk.json("/api" + PAGE + "/reviews").get("decisions").size())
                .isEqualTo(1);
        assertThat(visitor.post("/api/statements/none/reviews", Map.of("verdict", "confirm"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasPutRightIsShownInItsPlaceWithWhatWasFound() {
        visitor.get(PAGE);
        visitor.post(
                PAGE + "/review",
                Map.of("verdict", "confirm", "speaker", "Orlan Tesk", "category", "threat.veiled", "basedOn", ""));

        assertThat(visitor.get("/?q=rats&status=flagged").body())
                .contains("<a href=\"/speakers/Orlan%20Tesk\"><bdi>Orlan Tesk</bdi></a>")
                .contains("Put right in review:", "speaker Orlan Tesk (found: Marek Dravec)");
        assertThat(visitor.get(PAGE).body())
                .contains("It is searched and counted by that", "named here as")
                .contains("Marek Dravec");
    }

    @Test
    void theRulesPageTellsHowOftenItWasRight() {
        String page = "/rules/" + TestingRules.ID;
        assertThat(visitor.get(page).body()).contains("Nobody has decided on a statement it flagged yet");
        String rule = RALLY.flags().get(0).rule();
        visitor.get(PAGE);
        visitor.post(PAGE + "/review", Map.of("verdict", "confirm", "basedOn", ""));
        reviews.index();

        assertThat(visitor.get("/rules/" + rule).body())
                .contains("<strong class=\"figure\">100 %</strong>", "1 right, 0 wrong", "21–100 %");
        assertThat(visitor.get("/api/rules/" + TestingRules.ID).body()).contains("\"precision\":{");
    }

    @Test
    void aFormFromElsewhereDecidesNothing() {
        HttpResponse<String> refused =
                new TestingVisitor(desk.port()).post(PAGE + "/review", Map.of("verdict", "confirm"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(reviews.log()).isEmpty();
    }

    @Test
    void thePageOfReviewsTellsPrecisionAndAgreementAndHandsTheLogOut() {
        visitor.get(PAGE);
        reviews.addElsewhere(byBen(Verdict.CONFIRM, "=cmd()"));
        visitor.post(
                PAGE + "/review",
                Map.of("verdict", "confirm", "basedOn", reviews.log().get(0).id()));
        reviews.index();

        String page = visitor.get("/reviews").body();
        assertThat(page)
                .contains("100 %")
                .contains("21–100 %")
                .contains("ben")
                .contains("local")
                .contains("no figure");
        assertThat(desk.json("/api/reviews").at("/categories/0/right").asInt()).isEqualTo(1);
        String csv = visitor.get("/reviews/decisions.csv").body();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("id,at,reviewer,kind,statementId").contains("'=cmd()");
        List<String> lines =
                visitor.get("/reviews/decisions.jsonl").body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(JsonMapper.shared().readValue(lines.get(0), Review.class))
                .isEqualTo(reviews.log().get(0));
    }

    private static String basedOn(HttpResponse<String> page) {
        Matcher matcher = BASED_ON.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static InMemoryStatementIndex reviewed(Review decision) {
        InMemoryStatementIndex index = SampleIndex.create();
        index.add(RALLY.reviewed(
                org.watchword.model.review.ReviewFold.of(List.of(decision)).summary()));
        return index;
    }

    private static Review byBen(Verdict verdict, String reason) {
        Instant at = Instant.parse("2031-05-20T08:00:00Z");
        List<JudgedFlag> judged = JudgedFlag.of(RALLY.flags(), RALLY.start());
        Finding before = Finding.of("Marek Dravec", judged);
        return new Review(
                Review.id(RALLY.id(), "ben", at, null),
                ReviewKind.REVIEW,
                RALLY.id(),
                RALLY.documentId(),
                ContentHash.wordsId(RALLY.text()),
                "ben",
                at,
                verdict,
                null,
                reason,
                "",
                Correction.none(),
                Map.of(),
                judged,
                "Marek Dravec",
                before,
                before.with(ReviewState.of(verdict), Correction.none()),
                null);
    }
}
