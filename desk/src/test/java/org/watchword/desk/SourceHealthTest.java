package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.desk.health.Condition;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.DayKind;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.SourceDay;

class SourceHealthTest {

    private static final LocalDate TODAY = LocalDate.parse("2031-06-12");
    private static final Instant NOW = Instant.parse("2031-06-12T10:00:00Z");

    @Test
    void aSourceThatPublishesAsItDoesIsWell() {
        SourceHealth health = only(days(40, day -> article(day, 6)));

        assertThat(health.condition()).isEqualTo(Condition.WELL);
        assertThat(health.normal()).isEqualTo(6.0);
        assertThat(health.days()).hasSize(40);
    }

    @Test
    void theNormalIsThatOfTheSameDayOfTheWeekAndNoBacklogMovesIt() {
        List<SourceDay> days = days(40, day -> article(day, day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0 : 8));
        days.set(0, article(days.get(0).day(), 5_000));
        days.set(20, article(days.get(20).day(), 900));
        SourceHealth health = only(days);

        assertThat(day(health, LocalDate.parse("2031-06-06")).normal()).isEqualTo(0.0);
        assertThat(day(health, LocalDate.parse("2031-06-09")).normal()).isEqualTo(8.0);
        assertThat(day(health, days.get(5).day()).normal())
                .as("a week is not known yet")
                .isNull();
    }

    @Test
    void aSourceThatHasNothingNewForLongerThanNormalIsSilent() {
        SourceHealth silent = only(days(40, day -> article(day, day.isBefore(TODAY.minusDays(3)) ? 2 : 0)));
        SourceHealth slow = only(days(40, day -> article(day, day.getDayOfMonth() % 7 == 1 ? 1 : 0)));

        assertThat(silent.condition()).isEqualTo(Condition.SILENT);
        assertThat(silent.words()).contains("no new article in 3 covered days; about 6 would be normal");
        assertThat(slow.condition()).as("one article a week").isEqualTo(Condition.WELL);
    }

    /** Two weeks of failed looks: that nothing came says nothing of the source. */
    @Test
    void daysWithoutALookAreNeverCalledSilence() {
        List<SourceDay> days = days(
                40,
                day -> day.isBefore(TODAY.minusDays(14))
                        ? article(day, 9)
                        : failed(day, "http-403: https://a.example/feed answers 403"));
        days.set(39, article(TODAY, 0));
        SourceHealth health = only(days);

        assertThat(health.condition()).isEqualTo(Condition.WELL);
        assertThat(day(health, TODAY.minusDays(2)).kind()).isEqualTo(DayKind.NOT_REACHED);
        assertThat(day(health, TODAY.minusDays(2)).problem()).startsWith("http-403");
        assertThat(day(health, TODAY).kind()).isEqualTo(DayKind.NOTHING_NEW);
        assertThat(day(health, TODAY).normal())
                .as("the failed days are not counted as empty")
                .isEqualTo(9.0);
    }

    @Test
    void whatWentWrongIsSaidInWords() {
        assertThat(only(List.of(article(TODAY.minusDays(1), 3), failed(TODAY, "http-403: no")))
                        .words())
                .isEqualTo("It could be read last at 2031-06-11 08:00 UTC; since then the site refuses us (HTTP 403).");
        assertThat(only(List.of(failed(TODAY, "not-a-feed: https://a.example: it is HTML"))))
                .satisfies(h -> assertThat(h.condition()).isEqualTo(Condition.NEVER_REACHED))
                .satisfies(h -> assertThat(h.words()).contains("something that is no feed"));
        assertThat(only(List.of(failed(TODAY, "odd: a thing nobody knows"))).words())
                .contains("a thing nobody knows");
        assertThat(only(List.of(seen(TODAY, 1, 0, 0, Map.of("refused:http-403", 9L, "emitted", 1L), null))))
                .satisfies(h -> assertThat(h.condition()).isEqualTo(Condition.PAGES_REFUSED))
                .satisfies(h ->
                        assertThat(h.words()).contains("9 of 10 were refused, most often because the site refuses us"));
    }

    @Test
    void gapsAreShownAndAnUnwatchedSourceIsNotCalledWell() {
        SourceHealth health = only(List.of(article(TODAY.minusDays(5), 3)));

        assertThat(health.condition()).isEqualTo(Condition.NOT_LOOKED_AT);
        assertThat(health.days())
                .extracting(CoverageDay::kind)
                .containsExactly(
                        DayKind.PUBLISHED,
                        DayKind.NOT_LOOKED_AT,
                        DayKind.NOT_LOOKED_AT,
                        DayKind.NOT_LOOKED_AT,
                        DayKind.NOT_LOOKED_AT,
                        DayKind.NOT_LOOKED_AT);
        assertThat(health.coveredDays()).isEqualTo(1);
    }

    @Test
    void whatSeveralFetchersSawOfASourceAddsUp() {
        SourceDay one = article(TODAY, 3);
        SourceDay other = new SourceDay(
                "a", TODAY, "two", 0, 2, 1, 0, new TreeMap<>(Map.of("emitted", 1L)), null, NOW, "dns: x", NOW);

        SourceHealth health = only(List.of(one, other));

        assertThat(day(health, TODAY).articles()).isEqualTo(4);
        assertThat(day(health, TODAY).failed()).isEqualTo(2);
        assertThat(health.problem()).isEqualTo("dns: x");
        assertThat(other.plus(one).out()).isEqualTo(one.plus(other).out());
    }

    @Test
    void thePagesShowCoverageByDayAndWarnings() {
        List<SourceHealth> sources = SourceHealth.of(
                List.of(failed(TODAY, "http-500: <script>alert(1)</script>"), article(TODAY.minusDays(1), 3)), NOW);
        try (TestingDesk desk = new TestingDesk(SampleIndex.create(), List::of, () -> sources)) {
            assertThat(desk.get("/sources").body())
                    .contains("1 source needs a look", "href=\"/sources/a\"", "2031-06-12: not reached", ">×<", ">●<");
            assertThat(desk.get("/sources/a").body())
                    .contains("failing.", "the site is out of order (HTTP 500)", "3 new articles", "not reached")
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert");
            assertThat(desk.get("/sources/b").statusCode()).isEqualTo(404);
            assertThat(desk.json("/api/sources").get("sources").get(0).propertyNames())
                    .containsExactly(
                            "source",
                            "condition",
                            "words",
                            "lastSuccess",
                            "lastFailure",
                            "problem",
                            "normal",
                            "coveredDays",
                            "articles");
            assertThat(desk.json("/api/sources/a")
                            .get("days")
                            .get(1)
                            .get("kind")
                            .asString())
                    .isEqualTo("not-reached");
            assertThat(desk.get("/api/sources/b").statusCode()).isEqualTo(404);
        }
    }

    private interface Maker {
        SourceDay of(LocalDate day);
    }

    private static List<SourceDay> days(int number, Maker maker) {
        List<SourceDay> days = new ArrayList<>();
        for (int back = number - 1; back >= 0; back--) {
            days.add(maker.of(TODAY.minusDays(back)));
        }
        return days;
    }

    private static SourceDay article(LocalDate day, long articles) {
        return seen(day, 1, 0, articles, articles == 0 ? Map.of() : Map.of("emitted", articles), null);
    }

    private static SourceDay failed(LocalDate day, String problem) {
        return seen(day, 0, 1, 0, Map.of(), problem);
    }

    private static SourceDay seen(
            LocalDate day, long reached, long failed, long articles, Map<String, Long> out, @Nullable String problem) {
        Instant at = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        return new SourceDay(
                "a",
                day,
                "one",
                reached,
                failed,
                articles,
                0,
                new TreeMap<>(out),
                reached > 0 ? at : null,
                failed > 0 ? at : null,
                problem,
                at);
    }

    private static SourceHealth only(List<SourceDay> days) {
        List<SourceHealth> all = SourceHealth.of(days, NOW);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static CoverageDay day(SourceHealth health, LocalDate day) {
        return health.days().stream()
                .filter(d -> d.day().equals(day))
                .findFirst()
                .orElseThrow();
    }
}
