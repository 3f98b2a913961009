package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.model.Analysis;
import org.watchword.model.Annotation;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Edit;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Lemmas;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Succession;
import org.watchword.model.Target;
import org.watchword.model.review.Correction;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.ReviewSummary;

class IndexRowsTest {

    private static final Instant CAPTURED = Instant.parse("2026-10-02T08:00:00Z");

    private final IndexRows rows = new IndexRows();

    private static Analysis analysis(List<Succession> successions) {
        Flag flag = new Flag(
                Category.THREAT_VEILED,
                FlagStatus.FLAGGED,
                "r1",
                "en/threat@1",
                Severity.HIGH,
                2,
                6,
                new Target(2, 6, "They", "yelkun"),
                List.of(),
                0.9);
        Document document = new Document(
                "d1",
                "tidings",
                "The Tidings",
                "Nolmark",
                "https://t.example/a",
                "https://t.example/a",
                "Title",
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                null,
                null,
                null,
                "‘They know.’",
                List.of(),
                "abc",
                CAPTURED,
                new ArchiveRef("a.warc.gz", 5, "urn:uuid:1", "ff"));
        return new Analysis(
                document,
                new Annotation(
                        "d1",
                        "en",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Statement(
                                "s1",
                                1,
                                11,
                                "They know.",
                                new Speaker("he", "Orlan Tesk", "foreign minister", "Marenthia"),
                                List.of(flag)))),
                new Lemmas("they know", new TreeMap<>(Map.of("s1", "they know"))),
                successions);
    }

    @Test
    void aRowGivesBackTheRecord() {
        var row = Objects.requireNonNull(rows.statements(analysis(List.of())).get("s1"));

        StatementRecord record = rows.record(row);

        assertThat(record.speaker()).isEqualTo(new Speaker("he", "Orlan Tesk", "foreign minister", "Marenthia"));
        assertThat(record.flags()).hasSize(1);
        assertThat(record.archive()).isEqualTo(new ArchiveRef("a.warc.gz", 5, "urn:uuid:1", "ff"));
        assertThat(record.vanishedAt()).isNull();
        assertThat(row.get("date").asString()).isEqualTo("2026-10-02T08:00:00Z");
        assertThat(row.get("family").get(0).asString()).isEqualTo("threat");
        assertThat(row.get("severity").asInt()).isEqualTo(3);
        assertThat(row.get("grade").asString()).isEqualTo("high");
    }

    @Test
    void aPageIsFoundByItsWordsAndByWhatItsStatementsSay() {
        Analysis analysis = analysis(List.of());

        var row = new PageRows().row(analysis, "d0", rows.statements(analysis).values());

        assertThat(row.get("text").asString()).isEqualTo("‘They know.’");
        assertThat(row.get("lemmas").asString()).isEqualTo("they know");
        assertThat(row.get("copies").asString()).isEqualTo("d0");
        assertThat(row.get("copiesNumber").asLong()).isEqualTo(ContentHash.number("d0"));
        assertThat(row.get("speaker").toString()).isEqualTo("[\"Orlan Tesk\"]");
        assertThat(row.get("family").toString()).isEqualTo("[\"threat\"]");
        assertThat(row.get("grade").asString()).isEqualTo("high");
        assertThat(row.get("statements").asInt()).isEqualTo(1);
        assertThat(row.get("flagged").asInt()).isEqualTo(1);
        assertThat(PageRows.isWhole(row)).isTrue();
    }

    @Test
    void whatReviewersPutRightIsSearchedAndWhatWasFoundIsKept() {
        var statement = analysis(List.of()).annotation().statements().get(0);
        ReviewSummary unreviewed = ReviewSummary.unreviewed();
        ReviewSummary right = new ReviewSummary(
                ReviewState.CONFIRMED,
                unreviewed.agreement(),
                List.of(),
                null,
                new Correction("Ilva Renn", "the Yelkun", "denial.identity"),
                null,
                null,
                false,
                false);
        var row = Objects.requireNonNull(rows.statements(analysis(List.of())).get("s1"));

        row.setAll(Corrected.fields(statement.speaker(), statement.flags(), right));

        assertThat(row.get("speaker").asString()).isEqualTo("Ilva Renn");
        assertThat(row.get("office").isNull()).as("the other's office").isTrue();
        assertThat(row.get("category").toString()).isEqualTo("[\"denial.identity\"]");
        assertThat(row.get("family").toString()).isEqualTo("[\"denial\"]");
        assertThat(row.get("target").toString()).isEqualTo("[\"the Yelkun\"]");
        assertThat(rows.record(row).speaker())
                .isEqualTo(new Speaker("he", "Orlan Tesk", "foreign minister", "Marenthia"));
        assertThat(rows.record(row).flags()).isEqualTo(statement.flags());

        row.setAll(Corrected.fields(statement.speaker(), statement.flags(), unreviewed));
        assertThat(row.get("speaker").asString()).as("taken back").isEqualTo("Orlan Tesk");
        assertThat(row.get("machine").isNull()).isTrue();
    }

    @Test
    void aStatementThatALaterVersionDroppedSaysSo() {
        var row = Objects.requireNonNull(rows.statements(analysis(List.of(new Succession("s1", null, CAPTURED))))
                .get("s1"));

        assertThat(rows.record(row).vanishedAt()).isEqualTo(CAPTURED);
        assertThat(rows.record(row).supersededBy()).isNull();
    }

    @Test
    void aStatementThatIsItsOwnSuccessorIsCurrentAgain() {
        var change = rows.succession(new Succession("s1", "s1", CAPTURED));

        assertThat(change.get("supersededBy").isNull()).isTrue();
        assertThat(change.get("vanishedAt").isNull()).isTrue();
    }

    @Test
    void aSuccessionOfAnotherVersionsStatementBecomesAnUpdate() {
        var writes = new BatchWriter(new IndexNames("w-"))
                .writes(0, analysis(List.of(new Succession("s0", "s1", CAPTURED))));

        assertThat(writes)
                .extracting(BulkWrite::target)
                .containsExactly("w-documents/d1-abc", "w-statements/s1", "w-statements/s0", "w-pages/d1");
        assertThat(writes).extracting(BulkWrite::optional).containsExactly(false, false, true, false);
    }

    @Test
    void aLateVersionTellsThePagesHistoryButNotItsTitle() {
        Analysis late = analysis(List.of());
        Revision away = new Revision(
                "abc",
                CAPTURED,
                "def",
                CAPTURED.plusSeconds(9),
                true,
                null,
                RevisionKind.REWORDED,
                1,
                1,
                true,
                List.of());
        PageHistory history = new PageHistory(2, List.of(away), List.of("s7"));

        var writes = new BatchWriter(new IndexNames(""))
                .writes(0, new Analysis(late.document(), late.annotation(), late.lemmas(), List.of(), history));

        assertThat(writes)
                .extracting(BulkWrite::target)
                .containsExactly("documents/d1-abc", "statements/s1", "statements/s7", "pages/d1");
        assertThat(writes.get(3).operation().isUpdate()).isTrue();
        assertThat(new PageRows().history(history).get("edited").asString()).isEqualTo("silent");
    }

    @Test
    void wordsOfAHeadlineAreSearchedLikeThoseOfTheText() {
        Revision headline = new Revision(
                "abc",
                CAPTURED,
                "abc",
                CAPTURED.plusSeconds(9),
                true,
                null,
                RevisionKind.HEADLINE,
                1,
                1,
                true,
                List.of(),
                List.of(new Edit(9, 14, 9, 18, "warns", "threatens")));

        var row = new PageRows().history(new PageHistory(1, List.of(headline), List.of()));

        assertThat(row.get("removed").toString()).isEqualTo("[\"warns\"]");
        assertThat(row.get("added").toString()).isEqualTo("[\"threatens\"]");
        assertThat(row.get("edited").asString()).isEqualTo("silent");
        assertThat(row.get("revisedAt").asString())
                .isEqualTo(CAPTURED.plusSeconds(9).toString());
    }
}
