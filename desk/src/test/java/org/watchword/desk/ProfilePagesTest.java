package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.copy.CopySource;

class ProfilePagesTest {

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSpeakersPageTellsWhatIsOnRecordUnderTheName() {
        String page = desk.get("/speakers/Marek%20Dravec").body();

        assertThat(page)
                .contains("1 statement in 1 outlet, 17 May 2031 to 17 May 2031; 1 flagged, 0 with a flag in context")
                .contains("The Halden Courier", "velmari", "Dehumanization: vermin, insects, parasites")
                .contains("Statements by month", "May 2031</a></th><td class=\"num\">1</td><td class=\"num\">0</td>")
                .contains("that crawled out of the hills")
                .contains("/?speaker=Marek+Dravec&amp;from=2031-05&amp;to=2031-05");
    }

    @Test
    void everyNumberOfAChartStandsInItsTable() {
        String page = desk.get("/speakers/Anna%20Brisk").body();

        assertThat(page)
                .contains(
                        "<th scope=\"col\" class=\"num\" data-colour=\"c0\">Flagged</th>",
                        "<th scope=\"col\" class=\"num\" data-colour=\"c1\">Other</th>");
        assertThat(page.split("<tr[^>]*><th scope=\"row\"><a href=\"/\\?speaker=Anna\\+Brisk&amp;from=").length)
                .as("from the first month to the last, the empty ones too")
                .isEqualTo(1 + 9);
    }

    @Test
    void aNameThatNoPathHoldsHasAPageToo() {
        assertThat(desk.get("/speakers?name=Petra%20Lund%2C%20the%20younger").statusCode())
                .isEqualTo(200);
        assertThat(desk.get("/speakers").body()).contains("href=\"/speakers/Petra%20Lund%2C%20the%20younger\"");
        assertThat(desk.get("/speakers?name=" + "%3Csvg%20onload%3Dalert(5)%3E").body())
                .contains("&lt;svg onload=alert(5)&gt;")
                .doesNotContain("<svg onload");
        assertThat(desk.get("/speakers/Nobody%20Atall").statusCode()).isEqualTo(404);
    }

    @Test
    void aRulesPageSaysWhatItFindsWithExamplesAndErrors() {
        String page = desk.get("/rules/" + TestingRules.ID).body();

        assertThat(page)
                .contains("A group is said to be vermin.")
                .contains("&lt;g&gt; &lt;is&gt; &lt;a&gt; @vermin &lt;script&gt;")
                .contains("The Velmaris are rats", "The Velmaris are not rats.", "Rats are animals.")
                .contains("a team named after an animal", "negation, condemnation")
                .contains("2 statements", "Statements with a flag of this rule by month");
        assertThat(desk.get("/rules").body()).contains("/rules/" + TestingRules.ID);
        assertThat(desk.json("/api/rules/" + TestingRules.ID).get("category").asString())
                .isEqualTo("dehumanization.vermin");
    }

    @Test
    void aRuleThatIsGoneStillShowsItsFlags() {
        assertThat(desk.get("/rules/en.threat.expulsion.likeness").body())
                .contains("Not in the rules of this desk", "1 statement");
        assertThat(desk.get("/rules/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theStatementPageExplainsTheFlagInASentenceAndLetsItBeCited() {
        var rally = SampleIndex.rally().records().get(0);

        assertThat(desk.get("/statements/" + rally.id()).body())
                .contains("Guards tried, none of which fired: negation, condemnation.")
                .contains("/rules/" + TestingRules.ID, "/speakers/Marek%20Dravec")
                .contains("Footnote", "Bibliography, author and date", "BibLaTeX", "@online{watchword-" + rally.id())
                .contains("http://127.0.0.1:" + desk.port() + "/statements/" + rally.id());
        assertThat(desk.get("/statements/"
                                + SampleIndex.counterSpeech().records().get(0).id())
                        .body())
                .contains("Also tried, without a reason found: condemnation.");
    }

    @Test
    void theArchivedCopyRunsAndLoadsNothing() {
        var rally = SampleIndex.rally().records().get(0);

        var answer = desk.get("/statements/" + rally.id() + "/copy");

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'")
                .doesNotContain("allow-", "unsafe");
        assertThat(answer.body())
                .contains("<p>The page as it was.</p>", "1,234 bytes", "captured 2 Jun 2031, 07:15 UTC");
        assertThat(desk.get("/statements/"
                                + SampleIndex.hostile().records().get(0).id() + "/copy")
                        .body())
                .contains("javascript:alert(document.domain)")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void aDeskApartFromTheArchiveSaysSo() {
        DeskPorts all = TestingDesk.ports(index, List::of, List::of);
        try (TestingDesk apart = new TestingDesk(new DeskPorts(
                index,
                all.summaries(),
                index,
                all.streams(),
                all.reviews(),
                all.searches(),
                all.status(),
                all.health(),
                List::of,
                CopySource.none(),
                all.clock()))) {
            var answer = apart.get(
                    "/statements/" + SampleIndex.rally().records().get(0).id() + "/copy");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("The archive is not on this machine");
        }
    }

    @Test
    void theSummaryOfASearchIsInTheApi() {
        var json = desk.json("/api/summary?q=rats");

        assertThat(json.get("total").asLong()).isEqualTo(2);
        assertThat(json.get("months").get(0).get("month").asString()).isEqualTo("2031-05");
        assertThat(json.get("values").get("speaker").size()).isEqualTo(2);
    }
}
