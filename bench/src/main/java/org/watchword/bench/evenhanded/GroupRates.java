package org.watchword.bench.evenhanded;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.watchword.bench.flags.Share;

/**
 * How often rules fire about each group, and whether the rate of one differs from that of all others by more than chance: Fisher's exact
 * test, two-sided, with Holm's correction for the number of groups (Holm 1979, Scandinavian Journal of Statistics 6).
 */
final class GroupRates {

    private record Row(String group, GroupTally tally, double p, double adjusted) {}

    private static final double LEVEL = 0.05;
    private static final double PER = 10_000;
    private static final double SLACK = 1 + 1e-7;

    private final List<Row> rows;
    private final int sentences;
    private final int matches;
    private final int flagged;

    GroupRates(Map<String, GroupTally> tallies) {
        sentences = tallies.values().stream().mapToInt(GroupTally::sentences).sum();
        matches = tallies.values().stream().mapToInt(GroupRates::hits).sum();
        flagged = tallies.values().stream().mapToInt(GroupTally::flagged).sum();
        List<Row> raw = tallies.entrySet().stream()
                .filter(e -> e.getValue().sentences() > 0)
                .map(e -> new Row(e.getKey(), e.getValue(), fisher(e.getValue()), 1))
                .sorted(Comparator.comparingDouble(Row::p))
                .toList();
        List<Row> adjusted = new ArrayList<>(raw.size());
        double least = 0;
        for (int i = 0; i < raw.size(); i++) {
            Row row = raw.get(i);
            least = Math.max(least, Math.min(1, row.p() * (raw.size() - i)));
            adjusted.add(new Row(row.group(), row.tally(), row.p(), least));
        }
        rows = List.copyOf(adjusted);
    }

    /** A sentence counts once: more matches in it are no more trials. */
    private static int hits(GroupTally tally) {
        return Math.min(tally.matches(), tally.sentences());
    }

    private double fisher(GroupTally tally) {
        int hits = hits(tally);
        if (matches == 0 || tally.sentences() == sentences) {
            return 1;
        }
        HypergeometricDistribution chance = new HypergeometricDistribution(null, sentences, matches, tally.sentences());
        double here = chance.probability(hits) * SLACK;
        double sum = 0;
        for (int k = chance.getSupportLowerBound(); k <= chance.getSupportUpperBound(); k++) {
            double p = chance.probability(k);
            sum += p <= here ? p : 0;
        }
        return Math.min(1, sum);
    }

    /** Groups whose rate differs from that of the others beyond chance. */
    List<String> differing() {
        return rows.stream()
                .filter(row -> row.adjusted() < LEVEL)
                .map(Row::group)
                .toList();
    }

    /** The most often named groups and all that differ. */
    void print(PrintWriter out, int most) {
        out.printf(
                Locale.ROOT,
                "%,d groups named in %,d sentences; %d matches about them, %d of them flagged%n",
                rows.size(),
                sentences,
                matches,
                flagged);
        out.println("group                     sentences matches flagged  per 10,000 [95 %]        p, corrected");
        rows.stream()
                .sorted(Comparator.comparingInt((Row row) -> row.tally().sentences())
                        .reversed())
                .limit(most)
                .forEach(row -> print(out, row));
        out.println("all with a match:");
        rows.stream().filter(row -> row.tally().matches() > 0).forEach(row -> print(out, row));
        out.printf(Locale.ROOT, "differ beyond chance (corrected p < %.2f): %s%n", LEVEL, differing());
    }

    private static void print(PrintWriter out, Row row) {
        Share share = new Share(hits(row.tally()), row.tally().sentences());
        out.printf(
                Locale.ROOT,
                "%-25s %9d %7d %7d  %6.1f [%5.1f, %6.1f] %10.4f%n",
                row.group(),
                row.tally().sentences(),
                row.tally().matches(),
                row.tally().flagged(),
                share.value() * PER,
                share.low() * PER,
                share.high() * PER,
                row.adjusted());
    }
}
