package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.Facet;

class SearchPageTest {

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void wordsThatFindNothingGetASuggestionThatKeepsTheFilters() {
        assertThat(desk.get("/?q=ratts&status=flagged").body())
                .contains("Did you mean <a href=\"/?q=rats&amp;status=flagged\"><bdi>rats</bdi></a>?");
        assertThat(desk.json("/api/statements?q=ratts").get("suggestion").asString())
                .isEqualTo("rats");
        assertThat(desk.get("/?q=nothing").body()).doesNotContain("Did you mean");
    }

    @Test
    void theSameSearchFindsDocumentsAndKeepsItsFilters() {
        assertThat(page("/?q=rats&status=flagged&review=unreviewed"))
                .contains("<a href=\"/documents?q=rats&amp;status=flagged\">Documents</a>");

        String documents = page("/documents?q=rats&status=flagged");

        assertThat(documents)
                .contains("<a href=\"/?q=rats&amp;status=flagged\">Statements</a>")
                .contains("1 document", "Documents by month", "1 statement, 1 flagged")
                .contains("<mark class=\"m-hit\">rats</mark>")
                .contains("href=\"/documents/")
                .contains("href=\"/documents?q=rats&amp;status=flagged&amp;language=en\"")
                .doesNotContain("Save this search")
                .doesNotContain("facet-review");
        assertThat(desk.get("/documents?review=confirmed").statusCode()).isEqualTo(400);
        assertThat(page("/documents?q=nothing")).contains("No document matches");
        assertThat(desk.get("/documents?q=%22rats").body()).contains("This query cannot be read");
    }

    @Test
    void anIndexBeingRebuiltIsSaid() {
        assertThat(desk.get("/?q=nothing").body()).doesNotContain("being rebuilt");
        index.rebuild();
        assertThat(desk.get("/?q=nothing").body()).contains("The index is being rebuilt");
        assertThat(desk.get("/status").body()).contains("until that is whole");
    }

    @Test
    void aHitNamesSpeakerOutletDateAndWhatItIsFlaggedFor() {
        String page = page("/?q=rats&status=flagged");

        assertThat(page)
                .contains("Marek Dravec", "The Halden Courier", "17 May 2031", "1 statement")
                .contains("<span class=\"chip-status\">Flagged</span> Dehumanization: vermin, insects, parasites")
                .contains("m-hit m-flagged");
    }

    @Test
    void contextIsSaidInWords() {
        assertThat(page("/?q=neighbours")).contains("<span class=\"chip-status\">In context</span>");
    }

    @Test
    void wordsOfNobodyNamedAreTheOutlets() {
        assertThat(page("/?category=denial.identity")).contains("Norvask Beacon", "the outlet; no speaker named");
    }

    @Test
    void aFacetLinkAddsItsFilterAndTheSameLinkTakesItAway() {
        String link = link(page("/?q=ferry"), "Anna Brisk");
        assertThat(link).isEqualTo("/?q=ferry&speaker=Anna+Brisk");

        String narrowed = page(link);
        assertThat(narrowed).contains("aria-label=\"Remove filter Speaker: Anna Brisk\"", "7 statements");
        assertThat(link(narrowed, "Anna Brisk")).isEqualTo("/?q=ferry");
    }

    @Test
    void aGroupIsShownByItsNameAndSearchedByItsId() {
        String link = link(page("/"), "Velmaris");
        assertThat(link).isEqualTo("/?target=velmari");
        assertThat(page(link)).contains("aria-label=\"Remove filter About: Velmaris\"");
    }

    @Test
    void aValueWithACommaSurvivesItsLink() {
        page(link(page("/"), "Petra Lund, the younger"));

        assertThat(index.lastQuery().orElseThrow().wanted(Facet.SPEAKER)).containsExactly("Petra Lund, the younger");
    }

    @Test
    void aMemberReplacesItsFamilyAndAFamilyItsMembers() {
        String page = page("/?category=dehumanization");
        assertThat(link(page, "Vermin, insects, parasites")).isEqualTo("/?category=dehumanization.vermin");

        page = page("/?category=dehumanization.vermin&category=purity");
        assertThat(page).contains("href=\"/?category=purity&amp;category=dehumanization\"");
    }

    @Test
    void aBarNarrowsToItsMonth() {
        String page = page("/?q=rats");

        assertThat(page)
                .contains(
                        "href=\"/?q=rats&amp;from=2031-05&amp;to=2031-05\"",
                        "May 2031</a></th><td class=\"num\">2</td>");
        assertThat(page("/?q=rats&from=2031-05&to=2031-05")).contains("2 statements");
        assertThat(page("/?q=rats&from=2031-06")).contains("No statement matches", "without filters");
    }

    @Test
    void olderLeadsThroughAllPages() {
        String path = "/?size=10";
        int pages = 1;
        Matcher older = next(page(path));
        while (older.find()) {
            pages++;
            older = next(page(older.group(1).replace("&amp;", "&")));
        }

        assertThat(pages).isEqualTo(4);
    }

    @Test
    void aQueryThatCannotBeReadIsExplainedAtItsPlace() {
        HttpResponse<String> answer = desk.get("/?q=one+%22two");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("a quotation mark is opened and not closed", "one \"two\n<span class=\"caret\">    ^</span>");
    }

    @Test
    void anUnknownParameterIsRefusedOnThePageToo() {
        HttpResponse<String> answer = desk.get("/?speakr=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("unknown parameter 'speakr'; did you mean 'speaker'?");
    }

    @Test
    void noPageHasInlineScriptOrStyleOrAsksOthers() {
        for (String path : new String[] {"/", "/status", "/nothing", "/statements/" + hostileId()}) {
            assertThat(desk.get(path).body())
                    .doesNotContain("style=\"")
                    .doesNotContainPattern("<script(?! src=\"/assets/)")
                    .doesNotContainPattern("(src|<link[^>]*href)=\"(https?:)?//");
        }
    }

    @Test
    void hostileTextIsShownAsText() {
        for (String path :
                new String[] {"/?size=200", "/statements/" + hostileId(), "/documents/" + hostileDocument()}) {
            assertThat(page(path))
                    .doesNotContain("<script>alert", "<svg onload", "<img src=x", "<b>Outlet", "\u202e")
                    .doesNotContainPattern("href=\"javascript:")
                    .doesNotContainPattern("lang=\"en\" onmouseover")
                    .contains("&lt;script&gt;alert", "⟨U+202E⟩evil⟨U+202C⟩");
        }
        assertThat(page("/?q=%3Cscript%3Ealert(1)%3C/script%3E"))
                .doesNotContain("<script>alert")
                .contains("value=\"&lt;script>alert(1)&lt;/script>\"");
    }

    private static String hostileId() {
        return SampleIndex.hostile().records().get(0).id();
    }

    private static String hostileDocument() {
        return SampleIndex.hostile().analysis().document().id();
    }

    private String page(String path) {
        HttpResponse<String> answer = desk.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Matcher next(String page) {
        return Pattern.compile("<a class=\"next\" href=\"([^\"]+)\"").matcher(page);
    }

    private static String link(String page, String label) {
        Matcher link = Pattern.compile("<a class=\"option\" href=\"([^\"]*)\"[^>]*><bdi class=\"option-label\">"
                        + Pattern.quote(label) + "</bdi>")
                .matcher(page);
        assertThat(link.find()).as("a link named " + label).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
