package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelinePageTest {

    private static final Pattern ROW = Pattern.compile(
            "<tr[^>]*><th scope=\"row\">(?:<a[^>]*>)?([^<]*)(?:</a>)?</th><td class=\"num\">(\\d+)</td><td class=\"num\">(\\d+)"
                    + "</td><td class=\"num\">(\\d+)</td><td class=\"num\">(\\d+)</td><td class=\"note\">([^<]*)</td>");

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index, List::of, SampleIndex::sources);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theQuotesOfAPersonStandInOrderOfTime() {
        String page = desk.get("/timeline?speaker=Anna+Brisk").body();
        List<String> dates = Pattern.compile("<time datetime=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(dates).hasSizeGreaterThan(3).isSorted();
        assertThat(page).contains("Timeline <span class=\"quiet\"><bdi>speaker Anna Brisk</bdi></span>");
    }

    @Test
    void theTableHasWhatTheBarsShow() {
        String page = desk.get("/timeline?source=halden-courier&from=2031-05&to=2031-05")
                .body();
        Matcher rows = ROW.matcher(page);
        assertThat(rows.find()).isTrue();
        assertThat(rows.group(1)).isEqualTo("May 2031");
        assertThat(List.of(rows.group(2), rows.group(3), rows.group(4), rows.group(5)))
                .containsExactly("1", "1", "0", "2");
        assertThat(rows.group(6)).isEqualTo("sources read on 2 of 15 days");
        assertThat(rows.find()).as("months beside the range").isFalse();
        assertThat(page)
                .as("what is not known to have been read")
                .contains("<tr data-step=\"2031-05\" data-blind=\"0.866");
    }

    @Test
    void monthsNobodyKnowsOfSaySo() {
        assertThat(desk.get("/timeline?source=norvask-beacon").body()).contains("not known whether sources were read");
    }

    @Test
    void theWayToTheNextPageLeadsToLaterQuotes() {
        String first = desk.get("/timeline").body();
        Matcher next = Pattern.compile("href=\"(/timeline\\?after=[^\"]+)\" rel=\"next\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        String second = desk.get(next.group(1)).body();
        assertThat(second).contains("← Earliest").doesNotContain("rel=\"next\"");
    }

    @Test
    void theCommandOfThePageIsOneTheShellTakesAsItStands() {
        String page = desk.get(
                        "/timeline?q=%22the+ferry%22+-winter%27s&target=velmari&speaker=Petra+Lund%5C%2C+the+younger&collapse=story")
                .body();
        assertThat(page)
                .contains("./watchword timeline --speaker 'Petra Lund\\, the younger' --target velmari --collapse "
                        + "--format html --output timeline.html -- '\"the ferry\" -winter'\\''s'<");
    }

    @Test
    void aQueryThatCannotBeReadIsShownWhereItCanBeMended() {
        HttpResponse<String> answer = desk.get("/timeline?q=one+%22two");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/?q=one+%22two");
        assertThat(desk.get("/timeline?wrong=1").statusCode()).isEqualTo(400);
    }

    @Test
    void hostileWordsStayTextAndNothingIsAskedOfOthers() {
        String page = desk.get("/timeline?from=2029&to=2029").body();
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "<svg onload", "\u202e");
        assertThat(Pattern.compile("(?:src|href)=\"(?!/|#)").matcher(page).find())
                .isFalse();
    }
}
