package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;
import org.watchword.model.SearchDelays;

class DelayRecorderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Map<DelayLeg, Duration> told = new EnumMap<>(DelayLeg.class);
    private final DelayRecorder recorder = new DelayRecorder("one", new IndexListener() {
        @Override
        public void delayed(DelayLeg leg, Duration delay) {
            told.put(leg, delay);
        }
    });

    @Test
    void eachLegIsMeasuredAndTheWholeIsTheirSumAfterTheRecord() {
        recorder.searchable(document(0, 400, 900, 1_000), NOON.plusMillis(1_700));
        assertThat(told)
                .containsEntry(DelayLeg.FETCHED_PUBLISHED, Duration.ofMillis(400))
                .containsEntry(DelayLeg.PUBLISHED_ANALYZED, Duration.ofMillis(500))
                .containsEntry(DelayLeg.ANALYZED_INDEXED, Duration.ofMillis(100))
                .containsEntry(DelayLeg.INDEXED_SEARCHABLE, Duration.ofMillis(700))
                .containsEntry(DelayLeg.PUBLISHED_SEARCHABLE, Duration.ofMillis(1_300));
        SearchDelays delays = recorder.takeChanged(NOON.plusSeconds(2)).orElseThrow();
        assertThat(delays.instance()).isEqualTo("one");
        assertThat(delays.legs())
                .containsOnlyKeys(
                        "fetched-published",
                        "published-analyzed",
                        "analyzed-indexed",
                        "indexed-searchable",
                        "published-searchable");
        assertThat(total(delays)).isEqualTo(1);
        assertThat(recorder.takeChanged(NOON.plusSeconds(3))).isEmpty();
    }

    @Test
    void clocksThatDifferGiveNoDelayBelowZero() {
        recorder.searchable(document(0, -5_000, 0, 100), NOON.plusMillis(200));
        assertThat(told).containsEntry(DelayLeg.FETCHED_PUBLISHED, Duration.ZERO);
    }

    @Test
    void whatIsOlderThanFiveMinutesIsForgotten() {
        recorder.searchable(document(0, 1, 2, 3), NOON);
        recorder.searchable(document(0, 1, 2, 3), NOON.plusSeconds(400));
        SearchDelays delays = recorder.takeChanged(NOON.plusSeconds(401)).orElseThrow();
        assertThat(total(delays)).isEqualTo(1);
        assertThat(delays.from()).isEqualTo(NOON.plusSeconds(400));
    }

    private static Written document(long captured, long published, long analyzed, long indexed) {
        return new Written(
                NOON.plusMillis(captured),
                NOON.plusMillis(published),
                NOON.plusMillis(analyzed),
                NOON.plusMillis(indexed));
    }

    private static long total(SearchDelays delays) {
        return delays.legs()
                .getOrDefault("published-searchable", DelayHistogram.EMPTY)
                .total();
    }
}
