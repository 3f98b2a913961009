package org.watchword.desk.page;

import java.util.List;
import org.watchword.desk.health.Condition;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.SourceHealth;

/**
 * The page of all sources.
 *
 * @param sources the worst first
 */
public record SourcesView(List<SourceHealth> sources) {

    private static final int STRIP = 28;

    /** The last four weeks of a source. */
    public static List<CoverageDay> strip(SourceHealth source) {
        List<CoverageDay> days = source.days();
        return days.subList(Math.max(0, days.size() - STRIP), days.size());
    }

    public static String href(SourceHealth source) {
        return Paths.source(source.source());
    }

    public long warnings() {
        return sources.stream().filter(s -> s.condition().isWarning()).count();
    }

    static String condition(Condition condition) {
        return switch (condition) {
            case NEVER_REACHED -> "never reached";
            case FAILING -> "failing";
            case PAGES_REFUSED -> "pages refused";
            case SILENT -> "silent";
            case NOT_LOOKED_AT -> "not looked at";
            case WELL -> "well";
        };
    }

    /** A sign that tells the kinds of days apart without colour. */
    public static String sign(CoverageDay day) {
        return switch (day.kind()) {
            case PUBLISHED -> "●";
            case NOTHING_NEW -> "○";
            case NOT_REACHED -> "×";
            case NOT_LOOKED_AT -> "·";
        };
    }

    /** The day in words. */
    public static String words(CoverageDay day) {
        return day.day() + ": "
                + switch (day.kind()) {
                    case PUBLISHED -> Labels.count(day.articles(), "new article", "new articles");
                    case NOTHING_NEW -> "read, nothing new";
                    case NOT_REACHED -> "not reached";
                    case NOT_LOOKED_AT -> "nobody looked";
                };
    }
}
