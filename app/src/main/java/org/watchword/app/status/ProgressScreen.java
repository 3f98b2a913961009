package org.watchword.app.status;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;

/** A {@link Progress} as lines for a terminal of any width. Pure: the same in, the same out. */
public final class ProgressScreen {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    private static final int NARROW = 64;
    private static final int NARROWEST = 20;
    private static final List<Duration> CLASSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private final int width;
    private final boolean colours;

    /**
     * A screen.
     *
     * @param width columns; what is longer is cut
     * @param colours whether states are coloured; words say them in any case
     */
    public ProgressScreen(int width, boolean colours) {
        this.width = Math.max(NARROWEST, width);
        this.colours = colours;
    }

    /** @param rates documents a second by stage; empty at the first look */
    public List<String> lines(Progress progress, Map<String, Double> rates) {
        List<String> lines = new ArrayList<>();
        lines.add("Watchword at " + progress.at().truncatedTo(ChronoUnit.SECONDS));
        lines.add("");
        lines.addAll(stages(progress, rates));
        lines.add("");
        progress.account().checks().forEach(check -> lines.add(check(check)));
        lines.add("");
        lines.addAll(delays(progress));
        return lines.stream().map(this::cut).toList();
    }

    private List<String> stages(Progress progress, Map<String, Double> rates) {
        boolean narrow = width < NARROW;
        List<String> lines = new ArrayList<>();
        lines.add(
                narrow
                        ? row("%-14s %9s %8s", "stage", "in", "waiting")
                        : row("%-28s %12s %9s %9s", "stage", "documents", "a second", "waiting") + row(" %9s", "lag"));
        Map<String, Long> waiting = progress.waiting();
        for (Account.Stage stage : progress.account().stages()) {
            String name = stage.stage();
            String wait = waiting.containsKey(name) ? number(waiting.get(name)) : "";
            if (narrow) {
                lines.add(row("%-14s %9s %8s", name, number(stage.in()), wait));
            } else {
                String rate = rates.containsKey(name) ? row("%.1f", rates.get(name)) : "";
                String lag =
                        progress.lag().containsKey(name) ? number(progress.lag().getOrDefault(name, 0L)) : "";
                lines.add(row("%-28s %12s %9s %9s %9s", name + " in", number(stage.in()), rate, wait, lag));
            }
            String sign = "=";
            for (Map.Entry<String, Long> out : stage.out().entrySet()) {
                String status = sign + " " + out.getKey().replace(":", ": ");
                lines.add(
                        narrow
                                ? row(" %-13s %9s", status, number(out.getValue()))
                                : row("  %-26s %12s", status, number(out.getValue())));
                sign = "+";
            }
        }
        return lines;
    }

    private String check(Account.Check check) {
        return switch (check.verdict()) {
            case HOLDS -> coloured(GREEN, "ok       ") + " " + check.name() + ": " + number(check.found());
            case UNDER_WAY ->
                coloured(YELLOW, "under way") + " " + check.name() + ": " + number(check.found()) + " of "
                        + number(check.expected());
            case FAILS ->
                coloured(RED, "WRONG    ") + " " + check.name() + ": " + number(check.found()) + " instead of "
                        + number(check.expected());
        };
    }

    private List<String> delays(Progress progress) {
        List<String> lines = new ArrayList<>();
        DelayHistogram whole = progress.delays().getOrDefault(DelayLeg.PUBLISHED_SEARCHABLE, DelayHistogram.EMPTY);
        if (whole.total() == 0) {
            return List.of("no document has become searchable in the last minutes");
        }
        lines.add(row("%-22s %9s %9s %9s %9s", "delay", "p50", "p95", "p99", "documents"));
        progress.quantiles().forEach((leg, delay) -> {
            if (delay.documents() > 0) {
                lines.add(row(
                        "%-22s %9s %9s %9s %9s",
                        leg,
                        seconds(delay.p50()),
                        seconds(delay.p95()),
                        seconds(delay.p99()),
                        number(delay.documents())));
            }
        });
        lines.addAll(bars(whole));
        return lines;
    }

    private List<String> bars(DelayHistogram whole) {
        List<String> lines = new ArrayList<>();
        long before = 0;
        int room = Math.max(5, Math.min(50, width - 34));
        for (int i = 0; i <= CLASSES.size(); i++) {
            boolean last = i == CLASSES.size();
            long upTo = last ? whole.total() : whole.upTo(CLASSES.get(i));
            long here = upTo - before;
            before = upTo;
            String bar = "#".repeat((int) Math.ceil((double) room * here / whole.total()));
            String name = last ? "longer" : "up to " + seconds(CLASSES.get(i).toMillis());
            lines.add(row("  %-20s %9s %s", name, number(here), bar));
        }
        return lines;
    }

    private static String seconds(@org.jspecify.annotations.Nullable Long millis) {
        return millis == null ? "" : row("%.1f s", millis / 1000.0);
    }

    private static String number(long count) {
        return row("%,d", count);
    }

    private static String row(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private String coloured(String colour, String words) {
        return colours ? colour + words + PLAIN : words;
    }

    /** Escapes take no room, and are never cut in two. */
    private String cut(String line) {
        String bare = line.stripTrailing();
        StringBuilder kept = new StringBuilder();
        int columns = 0;
        for (int i = 0; i < bare.length(); ) {
            if (bare.charAt(i) == '\u001b') {
                int end = bare.indexOf('m', i) + 1;
                kept.append(bare, i, end);
                i = end;
            } else {
                int next = i + Character.charCount(bare.codePointAt(i));
                if (columns < width) {
                    kept.append(bare, i, next);
                }
                columns++;
                i = next;
            }
        }
        return kept.toString();
    }
}
