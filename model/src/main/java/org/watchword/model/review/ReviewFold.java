package org.watchword.model.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.watchword.model.FlagStatus;

/**
 * All decisions on the same words of a page, as one. The same set gives the same result in any order, and a decision delivered twice
 * counts once. Of each reviewer the newest decision holds; an adjudication stands above all of them, whenever they come.
 */
public final class ReviewFold {

    private static final Comparator<Review> IN_TIME =
            Comparator.comparing(Review::at).thenComparing(Review::id);

    /** Which of a reviewer's verdicts on single flags speaks for the statement: one right flag is enough. */
    private static final List<Verdict> STRONGEST =
            List.of(Verdict.CONFIRM, Verdict.NEEDS_CONTEXT, Verdict.REJECT, Verdict.OUT_OF_SCOPE);

    private final List<Review> decisions;
    private final Map<String, List<Review>> voices = new TreeMap<>();
    private List<Review> adjudication = List.of();

    private ReviewFold(List<Review> decisions) {
        this.decisions = decisions;
        for (Review decision : decisions) {
            if (decision.kind() == ReviewKind.ADJUDICATION) {
                adjudication = standing(adjudication, decision);
            } else {
                voices.merge(decision.reviewer(), List.of(decision), (held, more) -> standing(held, decision));
            }
        }
    }

    public static ReviewFold of(Collection<Review> decisions) {
        Map<String, Review> once = new LinkedHashMap<>();
        decisions.forEach(decision -> once.putIfAbsent(decision.id(), decision));
        return new ReviewFold(once.values().stream().sorted(IN_TIME).toList());
    }

    /** What of somebody's decisions still holds when a further one comes: one on the whole replaces all, one on a flag that on the flag. */
    private static List<Review> standing(List<Review> held, Review decision) {
        List<Review> now = new ArrayList<>();
        if (decision.flag() != null) {
            held.stream()
                    .filter(before -> !Objects.equals(before.flag(), decision.flag()))
                    .forEach(now::add);
        }
        now.add(decision);
        return List.copyOf(now);
    }

    /** All decisions, the oldest first, each once. */
    public List<Review> decisions() {
        return decisions;
    }

    public ReviewSummary summary() {
        if (decisions.isEmpty()) {
            return ReviewSummary.unreviewed();
        }
        Review newest = decisions.get(decisions.size() - 1);
        List<ReviewSummary.Voice> verdicts = new ArrayList<>();
        voices.forEach((reviewer, held) -> verdicts.add(new ReviewSummary.Voice(
                reviewer, verdict(held), held.get(held.size() - 1).at())));
        Review settled = adjudication.isEmpty() ? null : adjudication.get(adjudication.size() - 1);
        return new ReviewSummary(
                state(verdicts),
                agreement(verdicts),
                verdicts,
                settled == null ? null : settled.reviewer(),
                correction(),
                newest.at(),
                newest.id(),
                crossed(),
                false);
    }

    private ReviewState state(List<ReviewSummary.Voice> verdicts) {
        if (!adjudication.isEmpty()) {
            return ReviewState.of(verdict(adjudication));
        }
        return agreement(verdicts) == Agreement.DISPUTED
                ? ReviewState.DISPUTED
                : ReviewState.of(verdicts.get(0).verdict());
    }

    private Agreement agreement(List<ReviewSummary.Voice> verdicts) {
        if (!adjudication.isEmpty()) {
            return Agreement.ADJUDICATED;
        }
        if (verdicts.size() == 1) {
            return Agreement.SINGLE;
        }
        return verdicts.stream().map(ReviewSummary.Voice::verdict).distinct().count() == 1
                ? Agreement.AGREED
                : Agreement.DISPUTED;
    }

    private static Verdict verdict(List<Review> held) {
        Review newest = held.get(held.size() - 1);
        if (newest.flag() == null) {
            return newest.verdict();
        }
        return held.stream()
                .map(Review::verdict)
                .min(Comparator.comparing(STRONGEST::indexOf))
                .orElseThrow();
    }

    /** Of the adjudication or, where it puts nothing right, of what holds, the newest first. */
    private Correction correction() {
        List<Review> holding = new ArrayList<>();
        voices.values().forEach(holding::addAll);
        holding.sort(IN_TIME.reversed());
        Correction correction = Correction.none();
        for (int i = adjudication.size() - 1; i >= 0; i--) {
            correction = correction.or(adjudication.get(i).correction());
        }
        for (Review decision : holding) {
            correction = correction.or(decision.correction());
        }
        return correction;
    }

    /** Whether a decision that still holds was made without having seen what another had decided before; once settled, it is no matter. */
    private boolean crossed() {
        return adjudication.isEmpty()
                && voices.values().stream()
                        .map(held -> held.get(held.size() - 1))
                        .anyMatch(this::isUnaware);
    }

    private boolean isUnaware(Review decision) {
        int own = decisions.indexOf(decision);
        int seen = -1;
        int others = -1;
        for (int i = 0; i < own; i++) {
            Review before = decisions.get(i);
            if (before.id().equals(decision.basedOn())) {
                seen = i;
            }
            if (!before.reviewer().equals(decision.reviewer())) {
                others = i;
            }
        }
        return seen < others;
    }

    /** What is known of a flag that counted. */
    public enum Outcome {
        /** All who decided confirm it. */
        RIGHT,
        /** All who decided reject it, or put it into another category. */
        WRONG,
        /** They differ, or cannot tell. */
        OPEN
    }

    /** A flag that counted, and what became of it. */
    public record FlagOutcome(JudgedFlag flag, Outcome outcome) {}

    /** What became of each flag that counted when it was decided upon; out of scope says nothing of whether it was right. */
    public List<FlagOutcome> outcomes() {
        Map<String, JudgedFlag> flags = new LinkedHashMap<>();
        decisions.forEach(decision -> decision.judged().stream()
                .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                .forEach(flag -> flags.put(flag.category().id() + ' ' + flag.key(), flag)));
        List<FlagOutcome> outcomes = new ArrayList<>();
        flags.values().forEach(flag -> outcome(flag).ifPresent(o -> outcomes.add(new FlagOutcome(flag, o))));
        return outcomes;
    }

    private Optional<Outcome> outcome(JudgedFlag flag) {
        List<Review> holding = adjudication.stream().filter(d -> d.covers(flag)).toList();
        if (holding.isEmpty()) {
            holding = voices.values().stream()
                    .flatMap(List::stream)
                    .filter(d -> d.covers(flag) && judged(d, flag))
                    .toList();
        }
        Set<Outcome> said = new LinkedHashSet<>();
        holding.stream().filter(d -> d.verdict() != Verdict.OUT_OF_SCOPE).forEach(d -> said.add(said(d, flag)));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(said.size() == 1 ? said.iterator().next() : Outcome.OPEN);
    }

    private static boolean judged(Review decision, JudgedFlag flag) {
        return decision.judged().stream()
                .anyMatch(seen -> seen.key().equals(flag.key()) && seen.category() == flag.category());
    }

    private static Outcome said(Review decision, JudgedFlag flag) {
        String category = decision.correction().category();
        return switch (decision.verdict()) {
            case CONFIRM -> category == null || category.equals(flag.category().id()) ? Outcome.RIGHT : Outcome.WRONG;
            case REJECT -> Outcome.WRONG;
            case NEEDS_CONTEXT, OUT_OF_SCOPE -> Outcome.OPEN;
        };
    }
}
