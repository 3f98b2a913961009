package org.watchword.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.watchword.app.status.Account;
import org.watchword.app.status.Progress;
import org.watchword.model.StageCounts;

class WatchLoopTest {

    private static final Terminal.Size SMALL = new Terminal.Size(6, 60);
    private final StringWriter written = new StringWriter();

    @Test
    void whereThereIsNoTerminalEachLookIsPlainTextAfterAnEmptyLine() throws Exception {
        boolean addsUp = loop(new Terminal(false, false)).run(looks(progress(1), progress(2)), 2, null);
        assertThat(addsUp).isTrue();
        assertThat(written.toString()).doesNotContain("\u001b").contains("\n\nWatchword at 1970-01-01T00:00:02Z");
    }

    @Test
    void onATerminalEachLookIsDrawnOverTheLastAndFitsIt() throws Exception {
        loop(new Terminal(true, false)).run(looks(progress(1), progress(2)), 2, null);
        String out = written.toString();
        assertThat(out).startsWith("\u001b[?25l\u001b[2J\u001b[H").endsWith("\u001b[?25h");
        for (String picture : out.split("\u001b\\[H")) {
            assertThat(picture.lines().count()).isLessThanOrEqualTo(SMALL.rows());
        }
        assertThat(out).contains("lines more");
    }

    @Test
    void whileKafkaIsAwayItSaysSoAndLooksAgain() throws Exception {
        loop(new Terminal(false, false))
                .run(
                        looks(
                                () -> {
                                    throw new KafkaException("timed out");
                                },
                                progress(2)),
                        2,
                        null);
        assertThat(written.toString())
                .contains("Kafka does not answer: timed out\n")
                .contains("Watchword at");
    }

    @Test
    void numbersThatDoNotAddUpAreTold() throws Exception {
        Account wrong = Account.of(
                List.of(new StageCounts("fetch", "a", 5, new TreeMap<>(Map.of("emitted", 3L)), Instant.EPOCH)));
        assertThat(loop(new Terminal(false, false))
                        .run(() -> new Progress(Instant.EPOCH, wrong, Map.of(), Map.of()), 1, p -> "{}"))
                .isFalse();
        assertThat(written.toString()).isEqualTo("{}\n");
    }

    @Test
    void aTerminalTellsItsSizeAsSttyDoes() {
        assertThat(Terminal.parse("50 132\n")).contains(new Terminal.Size(50, 132));
        assertThat(Terminal.parse("0 0\n")).isEqualTo(Optional.empty());
        assertThat(Terminal.parse("stty: not a tty")).isEmpty();
        assertThat(Terminal.of(Map.of("TERM", "dumb"))).isEqualTo(new Terminal(false, false));
    }

    private WatchLoop loop(Terminal terminal) {
        return new WatchLoop(new PrintWriter(written), terminal, () -> SMALL, Duration.ofMillis(1));
    }

    @SafeVarargs
    private static Supplier<Progress> looks(Supplier<Progress>... looks) {
        Deque<Supplier<Progress>> left = new ArrayDeque<>(Arrays.asList(looks));
        return () -> left.remove().get();
    }

    private static Supplier<Progress> progress(int second) {
        return () -> new Progress(Instant.ofEpochSecond(second), Account.of(List.of()), Map.of(), Map.of());
    }
}
