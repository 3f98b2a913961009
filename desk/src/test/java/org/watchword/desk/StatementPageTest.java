package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Opinion;
import org.watchword.model.PageEdits;
import org.watchword.model.Severity;

class StatementPageTest {

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFlagIsExplainedInASentence() {
        String page = page(SampleIndex.rally().records().get(0));

        assertThat(text(page))
                .contains(
                        "Marek Dravec: this statement likens a group to vermin, insects or parasites: are rats, about The Velmari (group Velmaris, velmari).")
                .contains("en.dehumanization.vermin.likeness", "en/dehumanization@1f3a9c20", "none of which fired")
                .contains("never findings of law");
    }

    @Test
    void aGuardIsNamedWithItsReason() {
        assertThat(text(page(SampleIndex.counterSpeech().records().get(0))))
                .contains("Not counted.", "negation: “not” stands between the group and the likeness");
    }

    @Test
    void aCandidateIsNotCountedAndSaidToBeAModelsProposal() {
        TestingPage letters = letters();
        Flag flag = letters.flag(Category.DEHUMANIZATION_OBJECT, "so much lumber", "The Velmari", "velmari");
        letters.sentence("The Velmari are so much lumber.", with(flag, FlagStatus.CANDIDATE))
                .addTo(index);

        String page = page(letters.records().get(0));
        assertThat(page).contains("chip chip-candidate", "m-candidate");
        assertThat(text(page))
                .contains("Not counted. No rule saw anything here; a learned model proposes for review")
                .doesNotContain("No guard fired.");
        assertThat(desk.get("/?status=candidate").body())
                .contains("chip chip-candidate")
                .contains(">Candidate");
    }

    @Test
    void aDoubtOfTheModelIsSaidBesideTheFlag() {
        TestingPage letters = letters();
        Flag flag = letters.flag(Category.DEHUMANIZATION_OBJECT, "so much lumber", "The Velmari", "velmari");
        letters.sentence(
                        "The Velmari are so much lumber.", flag.with(new Opinion("second-opinion.en@1f3a", 0.02, true)))
                .addTo(index);

        assertThat(text(page(letters.records().get(0))))
                .contains("2 % by second-opinion.en@1f3a, which finds this implausible");
    }

    private static TestingPage letters() {
        return new TestingPage(
                "https://courier.example/2031/06/letters",
                "The Halden Courier",
                "halden-courier",
                "en",
                "2031-06-01T08:00:00Z",
                "Letters",
                "The Velmari are so much lumber. The ferry is late.");
    }

    private static Flag with(Flag flag, FlagStatus status) {
        return new Flag(
                flag.category(),
                status,
                "second-opinion.en",
                "second-opinion.en@1f3a",
                Severity.LOW,
                flag.start(),
                flag.end(),
                flag.target(),
                List.of(),
                0.7);
    }

    @Test
    void theRecordSaysWhoSpeaksAndHowThatIsKnown() {
        assertThat(text(page(SampleIndex.rally().records().get(0))))
                .contains(
                        "Marek Dravec",
                        "named here as “Dravec”",
                        "a direct quotation, announced by “said”",
                        "94 % sure");
        assertThat(text(page(SampleIndex.editorial().records().get(0))))
                .contains("No speaker is named: the words stand on the record of the outlet.");
    }

    @Test
    void theProofLeadsFromTheBytesToTheId() {
        StatementRecord statement = SampleIndex.rally().records().get(0);
        String page = page(statement);

        assertThat(page)
                .contains("tail -c +48214 2031/06/watchword-20310602071500-0001.warc.gz | gzip -dc")
                .contains("warcio extract --payload 2031/06/watchword-20310602071500-0001.warc.gz 48213 | sha256sum")
                .contains("https://courier.example/2031/05/rally " + statement.textSha256() + " " + statement.start())
                .contains("rel=\"noreferrer noopener external\"");
    }

    @Test
    void anAddressThatIsNotOfTheWebIsNoLink() {
        assertThat(page(SampleIndex.hostile().records().get(0)))
                .contains("<bdi dir=\"ltr\">javascript:alert(document.domain)</bdi>")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void wordsThatVanishedOrMovedSaySo() {
        StatementRecord s = SampleIndex.editorial().records().get(0);
        index.add(new StatementRecord(
                s.id(),
                s.start(),
                s.end(),
                s.text(),
                s.speaker(),
                s.flags(),
                s.documentId(),
                s.url(),
                null,
                null,
                s.capturedAt(),
                s.outlet(),
                s.source(),
                s.language(),
                s.textSha256(),
                null,
                "feed",
                Instant.parse("2031-07-01T10:30:00Z"),
                PageEdits.SILENT,
                s.story()));

        assertThat(page(s))
                .contains("at least once without a word about it", "/documents/" + s.documentId() + "/versions")
                .contains("gone when the page was captured on", "1 Jul 2031, 10:30 UTC", "href=\"/statements/feed\"")
                .contains("the page gives no date", "did not come through the archive");
    }

    @Test
    void aDocumentMarksItsStatements() {
        StatementRecord statement = SampleIndex.rally().records().get(0);
        String page = desk.get("/documents/" + statement.documentId()).body();

        assertThat(page)
                .contains("id=\"s-" + statement.id() + "\" href=\"/statements/" + statement.id() + "\"")
                .contains("Statement of Marek Dravec; flagged: ");
        assertThat(text(page)).contains("“The Velmari are rats that crawled");
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() {
        var answer = desk.get("/statements/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such statement", "Back to the search");
    }

    private String page(StatementRecord statement) {
        var answer = desk.get("/statements/" + statement.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", "").replaceAll("[ \\n]+", " ");
    }
}
