package org.watchword.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.model.StageCounts;

class CountMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountMeters meters = new CountMeters(registry);

    @Test
    void whatAPartBeginsWithIsInTheAccountButDidNotHappenHere() {
        meters.counted(counts("partition-0", Map.of("emitted", 100L)));
        meters.counted(counts("partition-0", Map.of("emitted", 103L, "dead-lettered:not-json", 1L)));

        assertThat(account("emitted", "")).isEqualTo(103);
        assertThat(account("dead-lettered", "not-json")).isEqualTo(1);
        assertThat(ended("emitted", "")).isEqualTo(3);
        assertThat(ended("dead-lettered", "not-json")).isEqualTo(1);
        assertThat(registry.get("watchword.account.in.documents")
                        .tag("stage", "analyze")
                        .gauge()
                        .value())
                .isEqualTo(104);
    }

    @Test
    void partsAddUpAndOneThatIsGivenAwayIsNoLongerCountedHere() {
        meters.counted(counts("partition-0", Map.of("emitted", 5L)));
        meters.counted(counts("partition-1", Map.of("emitted", 7L)));
        assertThat(account("emitted", "")).isEqualTo(12);

        meters.released("analyze/partition-0");
        assertThat(account("emitted", "")).isEqualTo(7);

        meters.counted(counts("partition-0", Map.of("emitted", 9L)));
        assertThat(account("emitted", "")).isEqualTo(16);
        assertThat(ended("emitted", "")).as("the four were counted elsewhere").isZero();
    }

    @Test
    void whatATransactionTakesBackLeavesTheAccountButNoCounterFalls() {
        meters.counted(counts("partition-0", Map.of("emitted", 5L)));
        meters.counted(counts("partition-0", Map.of("emitted", 8L)));
        meters.counted(counts("partition-0", Map.of("emitted", 6L)));

        assertThat(account("emitted", "")).isEqualTo(6);
        assertThat(ended("emitted", "")).isEqualTo(3);
    }

    private double account(String status, String reason) {
        return registry.get("watchword.account.documents")
                .tags("stage", "analyze", "status", status, "reason", reason)
                .gauge()
                .value();
    }

    private double ended(String status, String reason) {
        return registry.get("watchword.documents")
                .tags("stage", "analyze", "status", status, "reason", reason)
                .counter()
                .count();
    }

    private static StageCounts counts(String scope, Map<String, Long> out) {
        long in = out.values().stream().mapToLong(Long::longValue).sum();
        return new StageCounts("analyze", scope, in, new TreeMap<>(out), Instant.EPOCH);
    }
}
