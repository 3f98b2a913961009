package org.watchword.desk.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far two reviewers agree beyond what chance would give (J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and
 * Psychological Measurement 20, 1960): {@code (observed - expected) / (1 - expected)}.
 *
 * @param count statements both have decided on
 * @param observed share of them on which they hold the same
 * @param expected share on which they would by chance, each with the shares of verdicts they have
 */
public record CohensKappa(long count, double observed, double expected) {

    /** How often the one held {@code first} and the other {@code second} of the same statement. */
    public record Cell(String first, String second, long count) {}

    /** Of a table of what both hold. */
    public static CohensKappa of(List<Cell> cells) {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> columns = new TreeMap<>();
        long all = 0;
        long same = 0;
        for (Cell cell : cells) {
            rows.merge(cell.first, cell.count, Long::sum);
            columns.merge(cell.second, cell.count, Long::sum);
            all += cell.count;
            same += cell.first.equals(cell.second) ? cell.count : 0;
        }
        double expected = 0;
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            expected += (double) row.getValue() * columns.getOrDefault(row.getKey(), 0L);
        }
        return all == 0 ? new CohensKappa(0, 0, 0) : new CohensKappa(all, (double) same / all, expected / all / all);
    }

    /** Whether there is a figure: not without statements, nor where both always hold the same one thing. */
    public boolean isDefined() {
        return count > 0 && expected < 1;
    }

    /** 1 for full agreement, 0 for what chance gives, below 0 for less; {@link Double#NaN} where there is no figure. */
    public double value() {
        return isDefined() ? (observed - expected) / (1 - expected) : Double.NaN;
    }

    /**
     * Standard error of {@link #value()}, by Cohen's formula of 1960; rough for few statements.
     *
     * @return {@link Double#NaN} where there is no figure
     */
    public double standardError() {
        return isDefined()
                ? Math.sqrt(observed * (1 - observed) / (count * (1 - expected) * (1 - expected)))
                : Double.NaN;
    }
}
