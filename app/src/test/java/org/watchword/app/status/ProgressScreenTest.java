package org.watchword.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;
import org.watchword.model.StageCounts;

class ProgressScreenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void eachStageIsTheSumOfItsEnds() {
        assertThat(new ProgressScreen(100, false).lines(progress(), Map.of("fetch", 2.5)))
                .containsSubsequence(
                        "Watchword at 2026-03-01T10:00:00Z",
                        "stage                           documents  a second   waiting       lag",
                        "fetch in                            1,234       2.5",
                        "  = emitted                         1,000",
                        "  + refused: robots                   234",
                        "analyze in                            990                  10        12",
                        "  = emitted                           990",
                        "ok        every input of fetch ended exactly once: 1,234",
                        "under way fetch handed on what analyze took in: 990 of 1,000",
                        "WRONG     analyze handed on what index took in: 991 instead of 990",
                        "delay                        p50       p95       p99 documents",
                        "published-searchable       0.8 s     1.0 s     1.0 s       100",
                        "  up to 1.0 s                100 ##################################################");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width : new int[] {20, 40, 63, 80, 200}) {
            assertThat(new ProgressScreen(width, true).lines(progress(), Map.of()))
                    .allSatisfy(line -> assertThat(
                                    line.replaceAll("\u001b\\[\\d+m", "").length())
                            .isLessThanOrEqualTo(width));
        }
        assertThat(new ProgressScreen(40, false).lines(progress(), Map.of()))
                .contains(
                        "stage                 in  waiting",
                        "fetch              1,234",
                        " + refused: robots       234");
    }

    @Test
    void coloursAreClosedAndComeOnlyWhenWanted() {
        assertThat(new ProgressScreen(80, false).lines(progress(), Map.of()))
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(new ProgressScreen(22, true).lines(progress(), Map.of()))
                .filteredOn(line -> line.contains("\u001b"))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line).containsOnlyOnce("\u001b[0m"));
    }

    @Test
    void withoutDelaysItSaysSo() {
        Progress quiet = new Progress(NOW, progress().account(), Map.of(), Map.of());
        assertThat(new ProgressScreen(80, false).lines(quiet, Map.of()))
                .contains("no document has become searchable in the last minutes");
    }

    @Test
    void ratesAreOfTheTimeBetweenTwoLooks() {
        Progress before = new Progress(NOW.minusSeconds(4), Account.of(List.of()), Map.of(), Map.of());
        assertThat(progress().rates(before)).containsEntry("fetch", 308.5);
        assertThat(progress().waiting()).containsEntry("analyze", 10L).containsEntry("index", 0L);
    }

    private static Progress progress() {
        Account account = Account.of(List.of(
                counts("fetch", 1_234, Map.of("emitted", 1_000L, "refused:robots", 234L)),
                counts("analyze", 990, Map.of("emitted", 990L)),
                counts("index", 991, Map.of("emitted", 991L))));
        return new Progress(
                NOW,
                account,
                Map.of("analyze", 12L),
                Map.of(
                        DelayLeg.PUBLISHED_SEARCHABLE,
                        DelayHistogram.EMPTY.with(Duration.ofMillis(750), 80).with(Duration.ofMillis(950), 20)));
    }

    private static StageCounts counts(String stage, long in, Map<String, Long> out) {
        return new StageCounts(stage, "all", in, new TreeMap<>(out), NOW);
    }
}
