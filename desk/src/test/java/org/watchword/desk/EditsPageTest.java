package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.EditQuery;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.Edit;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;
import tools.jackson.databind.JsonNode;

class EditsPageTest {

    private static final Instant MONDAY = Instant.parse("2031-06-02T07:15:00Z");
    private static final Instant TUESDAY = Instant.parse("2031-06-03T07:15:00Z");

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    /** The rally once read: “… are lice that crawled …” and had no word “about”. */
    @BeforeEach
    void editTheRally() {
        add(SampleIndex.rally(), "<lice>", "rats", null);
        add(SampleIndex.editorial(), "Perhaps", "History", "note: Correction: <b>no</b> such thing.");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theVersionsPageShowsTheDifferenceWithoutColour() {
        String page = desk.get("/documents/" + rally().id() + "/versions").body();

        assertThat(page)
                .contains("<del><span class=\"visually-hidden\">removed: </span>&lt;lice&gt;</del> <ins>"
                        + "<span class=\"visually-hidden\">added: </span>rats</ins>")
                .contains("Reworded", "silent", "1 word removed, 1 added", "2 texts captured")
                .contains("/documents/" + rally().id() + "?version=old")
                .doesNotContain("<lice>");
    }

    @Test
    void aNoteOfCorrectionIsQuotedAndEscaped() {
        String id = SampleIndex.editorial().analysis().document().id();

        assertThat(desk.get("/documents/" + id + "/versions").body())
                .contains("The page says so: “Correction: &lt;b&gt;no&lt;/b&gt; such thing.”")
                .doesNotContain("Silent: no new date");
    }

    @Test
    void editedArticlesAreListedAndSearched() {
        String page = desk.get("/edits?q=lice&silent=true&source=a,b").body();

        assertThat(index.lastEditQuery()).contains(new EditQuery("lice", true, List.of("a", "b"), 20, null));
        assertThat(page)
                .contains("1 article edited silently", "Thousands hear Dravec", "checked")
                .contains("href=\"/documents/" + rally().id() + "/versions\"");
        assertThat(desk.get("/edits").body()).contains("2 articles edited");
        assertThat(desk.get("/edits?silent=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void theApiGivesEachEditWithItsPlaces() {
        JsonNode hit = desk.json("/api/edits?silent=true").get("hits").get(0);

        assertThat(hit.get("edited").asString()).isEqualTo("silent");
        JsonNode edit = hit.get("history").get("revisions").get(0).get("edits").get(0);
        assertThat(edit.propertyNames())
                .containsExactly("fromStart", "fromEnd", "toStart", "toEnd", "removed", "added");
        assertThat(edit.get("added").asString()).isEqualTo("rats");
        assertThat(desk.json("/api/documents/" + rally().id())
                        .get("history")
                        .get("versions")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aDocumentLeadsToWhatChanged() {
        assertThat(desk.get("/documents/" + rally().id()).body()).contains("what changed (2 texts)");
        assertThat(desk.get("/documents/none/versions").statusCode()).isEqualTo(404);
        assertThat(desk.get("/documents/"
                                + SampleIndex.orenian().analysis().document().id() + "/versions")
                        .body())
                .contains("has changed in any capture");
    }

    @Test
    void aHeadlineThatChangedAloneIsShownWordByWord() {
        Analysis a = SampleIndex.orenian().analysis();
        String text = a.document().textSha256();
        Revision revision = new Revision(
                text,
                MONDAY,
                text,
                TUESDAY,
                true,
                null,
                RevisionKind.HEADLINE,
                1,
                1,
                true,
                List.of(),
                List.of(new Edit(0, 5, 0, 9, "Warns", "Threatens")));
        PageHistory history = new PageHistory(1, List.of(revision), List.of());
        index.add(new Analysis(a.document(), a.annotation(), a.lemmas(), a.successions(), history), List.of());

        String page = desk.get("/documents/" + a.document().id() + "/versions").body();
        index.add(a, List.of());

        assertThat(page)
                .contains("Headline changed, text left as it was")
                .contains("</span>Warns</del>")
                .contains("</span>Threatens</ins>")
                .contains("silent");
    }

    private static Document rally() {
        return SampleIndex.rally().analysis().document();
    }

    private void add(
            TestingPage page, String removed, String added, @org.jspecify.annotations.Nullable String announced) {
        index.add(edited(page, removed, added, announced), List.of());
    }

    /** The page as it was once changed: where {@code added} stands now, {@code removed} stood before. */
    static Analysis edited(
            TestingPage page, String removed, String added, @org.jspecify.annotations.Nullable String announced) {
        Analysis a = page.analysis();
        int at = a.document().text().indexOf(added);
        Edit edit = new Edit(at, at + removed.length(), at, at + added.length(), removed, added);
        Revision revision = new Revision(
                "old",
                MONDAY,
                a.document().textSha256(),
                TUESDAY,
                announced == null,
                announced,
                RevisionKind.REWORDED,
                1,
                1,
                true,
                List.of(edit));
        PageHistory history = new PageHistory(2, List.of(revision), List.of());
        return new Analysis(a.document(), a.annotation(), a.lemmas(), a.successions(), history);
    }
}
