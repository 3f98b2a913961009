package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.page.Page;

class PublicationDatesTest {

    private static final String TEXT =
            "<p>The council voted on Tuesday to reopen the ferry between the old town and the eastern bank, with nine votes to four.</p>"
                    .repeat(3);

    @Test
    void aUtcEveningIsOfTheDayThatThePagePrints() {
        assertThat(published(ld("2026-05-04T02:41:00Z", null) + "<h1>Ferry</h1><span>3 May 2026 22:41</span>" + TEXT))
                .isEqualTo("2026-05-03T22:41-04:00");
        assertThat(published(ld("2026-05-03T21:30:00Z", null) + "<h1>Ferry</h1><time>4 May 2026</time>" + TEXT))
                .isEqualTo("2026-05-04T00:30+03:00");
    }

    @Test
    void aGivenOffsetIsKept() {
        assertThat(published(ld("2026-05-04T00:16:00+03:00", null) + "<h1>Ferry</h1>" + TEXT))
                .isEqualTo("2026-05-04T00:16+03:00");
    }

    @Test
    void theStampOfTheLastEditYieldsToAnEarlierPrintedDay() {
        String stamp = "2026-05-09T09:49:32Z";
        assertThat(published(ld(stamp, stamp)
                        + "<h1>Ferry</h1><div class=date>May 3, 2026 / 12:25 PM / Updated 8 hours ago</div>" + TEXT))
                .isEqualTo("2026-05-03T12:25Z");
    }

    @Test
    void thePageIsOfTheDayOfItsLastChangeWhereItPrintsThatDayAsItsOwn() {
        String data = ld("2026-05-03T09:00:00Z", "2026-05-20T10:00:00Z");
        assertThat(published(data + "<h1>Ferry</h1><p class=date>20 May 2026</p>" + TEXT))
                .isEqualTo("2026-05-20T10:00Z");
        assertThat(published(data + "<h1>Ferry</h1><p class=date>Updated 20 May 2026</p>" + TEXT))
                .isEqualTo("2026-05-03T09:00Z");
    }

    @Test
    void datesOfOthersAndClocksAreNotThePages() {
        assertThat(
                        published(
                                "<div id=clock>Thursday, 7 May 2026</div><h1>Ferry</h1><span>3 May 2026</span>" + TEXT
                                        + "<div class=related><time pubdate datetime=2026-05-06>6 May</time></div><footer>© 2 May 2026</footer>"))
                .isEqualTo("2026-05-03T00:00Z");
        assertThat(published("<h1>Ferry</h1>" + TEXT + "<aside><time datetime=2026-05-06>6 May</time></aside>"))
                .isNull();
        assertThat(published("<h1>Ferry</h1><p>The next fair is held on 6 May 2026 at the landing.</p>" + TEXT))
                .isNull();
    }

    @Test
    void aTeaserDatesThePageThatItLeadsTo() {
        String card = "<a href='/bridge'><p class=title>The bridge over the Oste is closed for the whole summer</p>"
                + "<time pubdate datetime=2026-05-06>6 May</time></a>";
        String heading =
                "<div class=card><h3><a href='/bridge'>Bridge</a></h3><time datetime=2026-05-07>7 May</time></div>";
        String own = "<div class=card><h3><a href='/ferry'>Ferry</a></h3><time datetime=2026-05-03>3 May</time></div>";
        assertThat(published("<h1>Ferry</h1>" + TEXT + card + heading)).isNull();
        assertThat(published("<h1>Ferry</h1>" + TEXT + card + heading + own)).isEqualTo("2026-05-03T00:00Z");
    }

    @Test
    void scriptsAreToldTheDayWhenNothingElseIs() {
        String data = "<script>var counter = {\"page\": {\"publicationDate\": \"2026-05-03 10:15\"}};</script>";
        String other = "<script>var next = {publicationDate: '2026-05-06'};</script>";
        assertThat(published(data + "<h1>Ferry</h1>" + TEXT)).isEqualTo("2026-05-03T10:15Z");
        assertThat(published(data + other + "<h1>Ferry</h1>" + TEXT))
                .as("more than one day")
                .isNull();
        assertThat(published("<h1>Ferry</h1><script>showDate(\"2026/05/03 10:15:09\")</script>" + TEXT))
                .as("printed by a script")
                .isEqualTo("2026-05-03T10:15:09Z");
    }

    @Test
    void thePageIsOfTheDayOfItsLastChangeWhereItShowsNoOtherBesideTheHeadline() {
        assertThat(published("<h1>Ferry</h1><p>Updated 3 May 2026</p>" + TEXT)).isEqualTo("2026-05-03T00:00Z");
    }

    @Test
    void aDayInTheAddressIsBelievedBeforeAnotherThatIsPrinted() {
        String canonical = "<link rel=canonical href=https://news.example.org/2026/05/03/ferry>";
        assertThat(published(canonical + "<h1>Ferry</h1><p class=date>Published 12 May 2026</p>" + TEXT))
                .isEqualTo("2026-05-03T00:00Z");
    }

    @Test
    void anArticleInAListOfOthersDoesNotDateThePage() {
        String list =
                "<script type='application/ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\","
                        + "\"headline\":\"Bridge\",\"datePublished\":\"2026-05-06\"}]}</script>";
        assertThat(published(list + "<h1>Ferry</h1>" + TEXT)).isNull();
    }

    @Test
    void aTornBlockOfStructuredDataStillDatesThePage() {
        assertThat(published(
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"datePublished\": "
                                + "\"2026-05-03T10:00:00+02:00\"</script><h1>Ferry</h1>" + TEXT))
                .isEqualTo("2026-05-03T10:00+02:00");
    }

    @Test
    void nothingIsPublishedAfterItsCapture() {
        byte[] page = ("<html lang=en>" + ld("2062-05-03T10:00:00Z", null) + "<h1>Ferry</h1><span>3 May 2026</span>"
                        + TEXT)
                .getBytes(StandardCharsets.UTF_8);
        Reading read = new HtmlExtractor()
                .read(new Page(page, null, "https://news.example.org/1", Instant.parse("2026-05-05T00:00:00Z")));
        assertThat(read.publishedAt()).isEqualTo(OffsetDateTime.parse("2026-05-03T00:00Z"));
    }

    @Test
    void withoutAnyOtherDayThePageIsOfItsLastChange() {
        Reading read =
                read("<h1>Ferry</h1>" + TEXT + "<footer>This page was last modified on 29 January 2026</footer>");
        assertThat(read.publishedAt()).isEqualTo(OffsetDateTime.parse("2026-01-29T00:00Z"));
        assertThat(read.modifiedAt()).isEqualTo(OffsetDateTime.parse("2026-01-29T00:00Z"));
    }

    @Test
    void whichLastChangeIsThePagesIsNotGuessed() {
        Reading read = read(
                "<h1>Ferry</h1>" + TEXT + "<footer><p>Updated 29 January 2026</p><p>Updated 3 May 2026</p></footer>");
        assertThat(read.publishedAt()).isNull();
    }

    @Test
    void whatSaysPublishedIsBelievedAmongBoxes() {
        String box = "<div class='widget latest'><p>%s</p></div>";
        String far = "<p>" + "The ferry. ".repeat(90) + "</p>";
        assertThat(published("<h1>Ferry</h1>" + TEXT + far + box.formatted("Published 3 May 2026")
                        + box.formatted("1 May 2026")))
                .isEqualTo("2026-05-03T00:00Z");
    }

    @Test
    void rdfaOnShownElementsCounts() {
        assertThat(published(
                        "<h1>Ferry</h1><span property='dc:date dc:created' content='2026-05-03T10:00:00+02:00'>Sunday</span>"
                                + TEXT))
                .isEqualTo("2026-05-03T10:00+02:00");
    }

    @Test
    void aSpeechMayBeOlderThanTheWebWhereThePageStatesIt() {
        assertThat(published("<meta name=dcterms.issued content=1987-06-12><h1>Ferry</h1>" + TEXT))
                .isEqualTo("1987-06-12T00:00Z");
        assertThat(published("<meta name=date content='1970-01-01T00:00:00Z'><h1>Ferry</h1>" + TEXT))
                .isNull();
        assertThat(published("<h1>Ferry</h1><p class=date>12 June 1987</p>" + TEXT))
                .isNull();
    }

    private static String ld(String published, @Nullable String modified) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"datePublished\":\""
                + published + "\"" + (modified == null ? "" : ",\"dateModified\":\"" + modified + "\"") + "}</script>";
    }

    private static @Nullable String published(String body) {
        OffsetDateTime at = read(body).publishedAt();
        return at == null ? null : at.toString();
    }

    private static Reading read(String body) {
        return new HtmlExtractor()
                .read(new Page(
                        ("<html lang=en><title>Ferry</title><body>" + body).getBytes(StandardCharsets.UTF_8),
                        null,
                        "https://news.example.org/1"));
    }
}
