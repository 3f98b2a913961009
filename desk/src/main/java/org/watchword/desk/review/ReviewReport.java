package org.watchword.desk.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.index.ReviewTotals;
import org.watchword.model.review.ReviewState;

/**
 * What reviewing has shown.
 *
 * @param states reviewed statements by where they stand
 * @param rules how often each rule was right, those with most decisions first
 * @param categories the same by category
 * @param agreement how far each two reviewers agree
 * @param crossed statements on which somebody decided without having seen the decision before theirs
 */
@JsonPropertyOrder({"states", "rules", "categories", "agreement", "crossed"})
public record ReviewReport(
        Map<String, Long> states,
        List<Precision> rules,
        List<Precision> categories,
        List<Pair> agreement,
        long crossed) {

    /**
     * Two reviewers.
     *
     * @param statements both have decided on
     * @param observed share on which they hold the same
     * @param kappa Cohen's; null where it has no figure
     * @param standardError of it
     */
    @JsonPropertyOrder({"first", "second", "statements", "observed", "kappa", "standardError"})
    public record Pair(
            String first,
            String second,
            long statements,
            double observed,
            @Nullable Double kappa,
            @Nullable Double standardError) {}

    /** All reviewed statements. */
    public long reviewed() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often the rule with this id was right; without figures when nothing it flagged was decided on. */
    public Precision rule(String id) {
        return rules.stream()
                .filter(rule -> rule.key().equals(id))
                .findFirst()
                .orElseGet(() -> Precision.of(id, 0, 0, 0));
    }

    static ReviewReport of(ReviewTotals totals) {
        Map<String, Long> states = new LinkedHashMap<>();
        for (ReviewState state : ReviewState.values()) {
            if (state != ReviewState.UNREVIEWED) {
                states.put(state.id(), totals.states().getOrDefault(state, 0L));
            }
        }
        return new ReviewReport(
                states,
                precision(totals.rules()),
                precision(totals.categories()),
                pairs(totals.pairs()),
                totals.crossed());
    }

    private static List<Precision> precision(List<ReviewTotals.Outcomes> outcomes) {
        return outcomes.stream()
                .map(o -> Precision.of(o.key(), o.right(), o.wrong(), o.open()))
                .sorted(Comparator.comparing((Precision p) -> p.right() + p.wrong())
                        .reversed()
                        .thenComparing(Precision::key))
                .toList();
    }

    private static List<Pair> pairs(List<ReviewTotals.Pair> counted) {
        Map<String, List<ReviewTotals.Pair>> byNames = new java.util.TreeMap<>();
        counted.forEach(pair -> byNames.computeIfAbsent(pair.first() + '\n' + pair.second(), names -> new ArrayList<>())
                .add(pair));
        List<Pair> pairs = new ArrayList<>();
        byNames.values().forEach(cells -> {
            CohensKappa kappa = CohensKappa.of(cells.stream()
                    .map(c -> new CohensKappa.Cell(
                            c.firstVerdict().id(), c.secondVerdict().id(), c.count()))
                    .toList());
            pairs.add(new Pair(
                    cells.get(0).first(),
                    cells.get(0).second(),
                    kappa.count(),
                    kappa.observed(),
                    kappa.isDefined() ? kappa.value() : null,
                    kappa.isDefined() ? kappa.standardError() : null));
        });
        return pairs;
    }
}
