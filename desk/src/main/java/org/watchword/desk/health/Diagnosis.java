package org.watchword.desk.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with a source, if anything, and why that is thought. */
final class Diagnosis {

    /**
     * A source is called silent when so many articles should have come since its last and none did. Where they come at random, that
     * happens by chance less than once in a hundred times (e to the minus 5).
     */
    static final double MISSING = 5;

    /** Most pages must have been refused, out of so many tried. */
    private static final long TRIED = 5;

    private static final int RECENT_DAYS = 3;

    /** A list links to more than articles, and pages go. */
    private static final Set<String> HARMLESS = Set.of("refused:no-article", "refused:gone");

    private final List<CoverageDay> days;
    private final LocalDate today;
    private final Condition condition;
    private final String words;

    Diagnosis(
            List<CoverageDay> days,
            LocalDate today,
            @Nullable Instant success,
            @Nullable Instant failure,
            @Nullable String problem) {
        this.days = days;
        this.today = today;
        String why = problem == null ? "the reason is not known" : ProblemWords.of(problem);
        Silence silence = silence();
        if (success == null && failure == null) {
            condition = Condition.NOT_LOOKED_AT;
            words = "Nobody has looked at it yet.";
        } else if (success == null) {
            condition = Condition.NEVER_REACHED;
            words = "It could never be read: " + why + ".";
        } else if (failure != null && failure.isAfter(success)) {
            condition = Condition.FAILING;
            words = "It could be read last at " + minute(success) + "; since then " + why + ".";
        } else if (mostlyRefused() != null) {
            condition = Condition.PAGES_REFUSED;
            words = "It can be read, but most of its pages cannot be had: " + mostlyRefused() + ".";
        } else if (silence.missing >= MISSING) {
            condition = Condition.SILENT;
            words = String.format(
                    Locale.ROOT,
                    "It can be read, but has had no new article in %d covered days; about %.0f would be normal. Its address may"
                            + " have moved, or it has fallen silent.",
                    silence.days,
                    silence.missing);
        } else if (lookedAtLast().isBefore(today.minusDays(1))) {
            condition = Condition.NOT_LOOKED_AT;
            words = "Nobody has looked at it since " + lookedAtLast() + ".";
        } else {
            condition = Condition.WELL;
            words = "It can be read.";
        }
    }

    Condition condition() {
        return condition;
    }

    String words() {
        return words;
    }

    private record Silence(int days, double missing) {}

    /** Covered days since the last article, and the articles that should have come on them. Today is not over and does not count. */
    private Silence silence() {
        int covered = 0;
        double missing = 0;
        for (int i = days.size() - 1; i >= 0; i--) {
            CoverageDay day = days.get(i);
            if (day.kind() == DayKind.PUBLISHED) {
                break;
            }
            Double normal = day.normal();
            if (day.kind() == DayKind.NOTHING_NEW && day.day().isBefore(today)) {
                covered++;
                missing += normal == null ? 0 : normal;
            }
        }
        return new Silence(covered, missing);
    }

    private LocalDate lookedAtLast() {
        return days.stream()
                .filter(day -> day.kind() != DayKind.NOT_LOOKED_AT)
                .map(CoverageDay::day)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /** The commonest refusal of the last days, when refusals are the rule there; null when they are not. */
    private @Nullable String mostlyRefused() {
        List<CoverageDay> recent = days.subList(Math.max(0, days.size() - RECENT_DAYS), days.size());
        Map<String, Long> all = new TreeMap<>();
        recent.forEach(day -> day.out().forEach((status, n) -> all.merge(status, n, Long::sum)));
        long tried = all.values().stream().mapToLong(Long::longValue).sum();
        long refused = all.entrySet().stream()
                .filter(e -> e.getKey().startsWith("refused:") || e.getKey().startsWith("dead-lettered:"))
                .filter(e -> !HARMLESS.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (tried < TRIED || refused * 2 <= tried) {
            return null;
        }
        return all.entrySet().stream()
                .filter(e -> e.getKey().startsWith("refused:") && !HARMLESS.contains(e.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(e -> e.getKey().substring("refused:".length()))
                .map(code -> refused + " of " + tried + " were refused, most often because " + ProblemWords.of(code))
                .orElse(refused + " of " + tried + " were refused");
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }
}
