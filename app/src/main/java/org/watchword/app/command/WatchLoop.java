package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.watchword.app.status.Progress;
import org.watchword.app.status.ProgressScreen;

/**
 * Shows how the line goes, look by look. On a terminal each picture is drawn over the last; elsewhere each follows the last after an empty
 * line, without any escape, so that a file or a pipe gets plain text.
 */
final class WatchLoop {

    private static final String HOME = "\u001b[H";
    private static final String CLEAR = "\u001b[2J";
    private static final String TO_LINE_END = "\u001b[K";
    private static final String BELOW = "\u001b[J";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    private final PrintWriter out;
    private final Terminal terminal;
    private final Supplier<Terminal.Size> size;
    private final Duration every;

    WatchLoop(PrintWriter out, Terminal terminal, Supplier<Terminal.Size> size, Duration every) {
        this.out = out;
        this.terminal = terminal;
        this.size = size;
        this.every = every;
    }

    /**
     * Looks and shows until it has been done so often, or the thread is interrupted.
     *
     * @param looks 0 for no end
     * @param json how a look is written instead; null for the picture
     * @return whether the numbers added up at the last look
     */
    boolean run(Supplier<Progress> reader, long looks, @Nullable Function<Progress, String> json)
            throws InterruptedException {
        boolean drawn = terminal.interactive() && json == null;
        if (drawn) {
            out.print(HIDE_CURSOR + CLEAR);
        }
        Progress last = null;
        boolean addsUp = true;
        try {
            for (long look = 0; looks == 0 || look < looks; look++) {
                if (look > 0) {
                    TimeUnit.MILLISECONDS.sleep(every.toMillis());
                }
                try {
                    Progress now = reader.get();
                    addsUp = !now.account().failed();
                    if (json != null) {
                        out.println(json.apply(now));
                    } else {
                        show(picture(now, last == null ? Map.of() : now.rates(last)), drawn, look == 0);
                    }
                    last = now;
                } catch (KafkaException e) {
                    // It may be back at the next look; until then the last picture stands, and says so.
                    show(List.of("Kafka does not answer: " + e.getMessage()), drawn, look == 0);
                }
                out.flush();
            }
        } finally {
            if (drawn) {
                out.print(SHOW_CURSOR);
                out.flush();
            }
        }
        return addsUp;
    }

    private List<String> picture(Progress progress, Map<String, Double> rates) {
        return new ProgressScreen(size.get().columns(), terminal.colours()).lines(progress, rates);
    }

    private void show(List<String> lines, boolean drawn, boolean first) {
        if (!drawn) {
            out.print((first ? "" : "\n") + String.join("\n", lines) + "\n");
            return;
        }
        int rows = size.get().rows();
        List<String> fitting = lines;
        if (lines.size() > rows - 1) {
            int kept = Math.max(1, rows - 2);
            fitting = new java.util.ArrayList<>(lines.subList(0, kept));
            fitting.add("... " + (lines.size() - kept) + " lines more");
        }
        out.print(HOME + String.join(TO_LINE_END + "\n", fitting) + TO_LINE_END + "\n" + BELOW);
    }
}
