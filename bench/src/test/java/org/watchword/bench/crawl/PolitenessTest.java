package org.watchword.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolitenessTest {

    private static final Duration DELAY = Duration.ofMillis(400);

    @Test
    void noHostOfManyIsAskedTwiceWithinItsDelay(@TempDir Path work) throws Exception {
        PolitenessCommand.Outcome outcome = PolitenessCommand.run(work, 40, 3, DELAY, 8);

        assertThat(outcome.counts()).isEqualTo(Map.of("emitted", 120L));
        assertThat(outcome.manners().requests())
                .as("each page once, and each robots.txt")
                .isEqualTo(160);
        assertThat(outcome.manners().tooSoon()).isEmpty();
        assertThat(outcome.seconds())
                .as("hosts wait at the same time, not one after the other")
                .isLessThan(40 * 3 * 0.4 / 2);
    }

    /** The judge itself: a log in which a host was asked too soon is not let pass. */
    @Test
    void aLogThatShowsHasteIsNotLetPass() {
        List<RequestLog.Entry> log = List.of(
                new RequestLog.Entry("a", "/1", 200, 0, 10_000_000),
                new RequestLog.Entry("b", "/1", 200, 20_000_000, 30_000_000),
                new RequestLog.Entry("a", "/2", 200, 405_000_000, 420_000_000));

        assertThat(Manners.of(log, DELAY).tooSoon())
                .containsExactly("a asked for /2 395.0 ms after it had answered /1");
        assertThat(Manners.of(log, Duration.ofMillis(395)).tooSoon()).isEmpty();
    }
}
