package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.StatementRecord;
import tools.jackson.databind.JsonNode;

/** What the desk shows of a story that stands in several outlets. */
class StoryPagesTest {

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);
    private final StatementRecord original = SampleIndex.rally().records().get(0);

    @BeforeEach
    void addACopyAndAPageThatLeavesTheWordsOut() {
        index.add(copy("copy", "Norvask Beacon", original.text()));
        index.add(copy("cut", "The <Tidings>", "Police counted about four thousand people"));
    }

    private StatementRecord copy(String id, String outlet, String text) {
        return new StatementRecord(
                id,
                0,
                text.length(),
                text,
                original.speaker(),
                original.flags(),
                "page-" + id,
                "https://" + id + ".example/rally",
                "Rally at the harbour",
                original.publishedAt(),
                original.capturedAt(),
                outlet,
                id,
                "en",
                original.textSha256(),
                null,
                null,
                null,
                original.edited(),
                original.story());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void searchShowsCopiesOnceOnRequestAndSaysWhatIsCounted() {
        String each = desk.get("/?q=rats&status=flagged").body();
        assertThat(each)
                .contains(">2 statements<", "collapse=story", "aria-pressed=\"false\"")
                .doesNotContain("also in");

        String once = desk.get("/?q=rats&status=flagged&collapse=story").body();
        assertThat(once)
                .contains("2 statements, 1 without copies", "aria-pressed=\"true\"", "also in 1 other outlet")
                .contains("All numbers beside still count every statement");
    }

    @Test
    void apiTellsTheCopiesOfEachHit() {
        JsonNode answer = desk.json("/api/statements?q=rats&status=flagged&collapse=story");

        assertThat(answer.propertyNames()).containsExactly("total", "distinct", "hits", "facets", "next");
        assertThat(answer.get("distinct").asLong()).isEqualTo(1);
        JsonNode copies = answer.get("hits").get(0).get("copies");
        assertThat(copies.get("total").asLong()).isEqualTo(2);
        assertThat(copies.get("outlets").asLong()).isEqualTo(2);
        assertThat(copies.get("statements")).hasSize(2);
        assertThat(desk.get("/api/statements?collapse=page").statusCode()).isEqualTo(400);
    }

    @Test
    void statementPageListsEveryAppearanceOfTheStory() {
        String page = desk.get("/statements/" + original.id()).body();

        assertThat(page)
                .contains("Where else the story appeared", "Norvask Beacon", "href=\"/statements/copy\"")
                .contains("The &lt;Tidings&gt;", "without these words", "href=\"/documents/page-cut\"")
                .contains("q=story%3A" + original.story());
        assertThat(desk.json("/api/statements/" + original.id()).get("appearances"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void statementWithoutCopiesHasNoSuchList() {
        assertThat(desk.get("/statements/"
                                + SampleIndex.editorial().records().get(0).id())
                        .body())
                .doesNotContain("Where else the story appeared");
    }
}
