package org.watchword.app.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.health.Condition;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.SourceHealth;

/** The sources as a table for a terminal: the worst first, and what is wrong in a sentence. */
public final class HealthTable {

    private HealthTable() {}

    /** The table, lines ended by {@code \n}; empty without sources. */
    public static String of(List<SourceHealth> sources) {
        if (sources.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("source", "condition", "last success", "today", "normal"));
        for (SourceHealth source : sources) {
            CoverageDay today = source.days().get(source.days().size() - 1);
            Double normal = source.normal();
            lines.add(row(
                    plain(source.source()),
                    source.condition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    minute(source.lastSuccess()),
                    Long.toString(today.articles()),
                    normal == null ? "?" : String.format(Locale.ROOT, "%.1f", normal)));
            if (source.condition() != Condition.WELL) {
                lines.add("  " + plain(source.words()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String source, String condition, String success, String today, String normal) {
        return String.format(Locale.ROOT, "%-28s %-14s %-17s %6s %7s", source, condition, success, today, normal);
    }

    private static String minute(@Nullable Instant at) {
        return at == null ? "never" : at.toString().substring(0, 16).replace('T', ' ');
    }

    /** A reason may quote a hostile server: no control character reaches the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "\ufffd");
    }
}
