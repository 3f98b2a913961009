package org.watchword.bench.flags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Totals over outcomes: by category for what is dangerous, by family for what only looks like it. */
final class FlagReport {

    private final Map<String, List<Outcome>> dangerous = new LinkedHashMap<>();
    private final Map<String, List<Outcome>> lookAlikes = new LinkedHashMap<>();

    void add(Outcome outcome) {
        Map<String, List<Outcome>> side = outcome.sentence().dangerous() ? dangerous : lookAlikes;
        side.computeIfAbsent(outcome.sentence().family(), family -> new ArrayList<>())
                .add(outcome);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("dangerous", "all", "right", "flagged", "context", "candidate", "unseen"));
        dangerous.forEach((family, outcomes) -> lines.add(row(
                family,
                outcomes.size(),
                count(outcomes, Outcome::isRight),
                count(outcomes, Outcome::isFlagged),
                count(outcomes, Outcome::isContext),
                count(outcomes, Outcome::isCandidate),
                count(outcomes, o -> o.flags().isEmpty()))));
        List<Outcome> all = all(dangerous);
        lines.add("  flagged in their category  " + share(all, Outcome::isRight));
        lines.add("  flagged at all             " + share(all, Outcome::isFlagged));
        lines.add("  context only               " + share(all, Outcome::isContext));
        lines.add("  candidates                 " + share(all, Outcome::isCandidate));
        lines.add("  doubted, of those flagged  " + doubted(all));
        lines.add("");
        lines.add(row("look-alikes", "all", "flagged", "context", "candidate", "unseen"));
        lookAlikes.forEach((family, outcomes) -> lines.add(row(
                family,
                outcomes.size(),
                count(outcomes, Outcome::isFlagged),
                count(outcomes, Outcome::isContext),
                count(outcomes, Outcome::isCandidate),
                count(outcomes, o -> o.flags().isEmpty()))));
        addLookAlikes(lines);
        return lines;
    }

    private void addLookAlikes(List<String> lines) {
        List<Outcome> all = all(lookAlikes);
        Predicate<Outcome> ofGuard = o -> o.sentence().family().startsWith("G");
        lines.add("  flagged, wrongly           " + share(all, Outcome::isFlagged));
        lines.add("  of those of guards         "
                + share(all.stream().filter(ofGuard).toList(), Outcome::isFlagged));
        lines.add("  of those of categories     "
                + share(all.stream().filter(ofGuard.negate()).toList(), Outcome::isFlagged));
        lines.add("  context                    " + share(all, Outcome::isContext));
        lines.add("  candidates                 " + share(all, Outcome::isCandidate));
        lines.add("  doubted, of those flagged  " + doubted(all));
        List<Outcome> flagged = new ArrayList<>(all(dangerous));
        flagged.addAll(all);
        flagged.removeIf(o -> !o.isFlagged());
        lines.add("  right among all flagged    "
                + share(flagged, o -> o.sentence().dangerous()));
    }

    private static List<Outcome> all(Map<String, List<Outcome>> side) {
        return side.values().stream().flatMap(List::stream).toList();
    }

    private static Share doubted(List<Outcome> outcomes) {
        return share(outcomes.stream().filter(Outcome::isFlagged).toList(), Outcome::isDoubted);
    }

    private static Share share(List<Outcome> outcomes, Predicate<Outcome> which) {
        return new Share(count(outcomes, which), outcomes.size());
    }

    private static int count(List<Outcome> outcomes, Predicate<Outcome> which) {
        return (int) outcomes.stream().filter(which).count();
    }

    private static String row(Object... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-28s", cells[0]));
        for (int i = 1; i < cells.length; i++) {
            row.append(String.format(Locale.ROOT, "%10s", cells[i]));
        }
        return row.toString().stripTrailing();
    }
}
