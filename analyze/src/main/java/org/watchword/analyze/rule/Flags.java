package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.guard.Finding;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.guard.Remarks;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.rule.LanguageRules.Trial;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Severity;
import org.watchword.model.Span;
import org.watchword.model.Target;

/** Makes flags of what patterns found, and joins those that say the same. */
final class Flags {

    private static final double PRONOUN_PENALTY = 0.15;
    private static final double PLACE_PENALTY = 0.3;
    private static final double GUARDED = 0.5;
    private static final double CENTS = 100;

    private Flags() {}

    /** The first group in the match; else the one that the words themselves name; null when neither is there. */
    static @Nullable GroupMention target(Rule rule, Match match, TextView view, int sentence) {
        if (!match.groups().isEmpty()) {
            return match.groups().get(0);
        }
        if (rule.namesGroup().isEmpty()) {
            return null;
        }
        Words words = view.words().get(sentence);
        Span span = new Span(
                words.get(match.from()).start(), words.get(match.to() - 1).end());
        return new GroupMention(
                match.from(),
                match.from(),
                match.to(),
                GroupMention.Sort.NAME,
                null,
                new Target(span.start(), span.end(), span.in(view.text().text()), rule.namesGroup()));
    }

    /** A finding weighed by the guards of its rule. */
    static Flag of(Trial trial, Finding finding) {
        List<GuardNote> notes = new ArrayList<>(0);
        for (Guard guard : trial.rule().guards()) {
            guard.lowers(finding).ifPresent(reason -> notes.add(new GuardNote(guard.name(), reason)));
        }
        GroupMention target = finding.target();
        Span span = finding.span();
        double score = trial.rule().status().score();
        if (target != null && target.sort() == GroupMention.Sort.PRONOUN) {
            score -= PRONOUN_PENALTY;
        } else if (target != null && target.sort() == GroupMention.Sort.PLACE) {
            score -= PLACE_PENALTY;
        }
        boolean lowered = !notes.isEmpty();
        if (lowered) {
            score *= GUARDED;
        } else {
            notes.addAll(Remarks.of(finding));
        }
        return new Flag(
                trial.rule().category(),
                lowered ? FlagStatus.CONTEXT : FlagStatus.FLAGGED,
                trial.rule().id(),
                trial.pack().id(),
                severity(trial.rule(), target),
                span.start(),
                span.end(),
                target == null ? null : target.target(),
                notes,
                Math.round(score * CENTS) / CENTS);
    }

    /** A land for its people is weaker by one step. */
    private static Severity severity(Rule rule, @Nullable GroupMention target) {
        boolean metonym = target != null && target.sort() == GroupMention.Sort.PLACE;
        if (!metonym) {
            return rule.severity();
        }
        return rule.severity() == Severity.HIGH ? Severity.MEDIUM : Severity.LOW;
    }

    /** Keeps the best of the flags of one category whose words overlap: flagged before context, then the higher score, then the longer. */
    static List<Flag> collapsed(List<Flag> flags) {
        if (flags.size() < 2) {
            return flags;
        }
        List<Flag> sorted = new ArrayList<>(flags);
        sorted.sort(Comparator.comparing((Flag flag) -> flag.status() == FlagStatus.FLAGGED ? 0 : 1)
                .thenComparing(Comparator.comparingDouble(Flag::score).reversed())
                .thenComparing(
                        Comparator.comparingInt((Flag flag) -> flag.span().length())
                                .reversed())
                .thenComparing(Flag::rule));
        List<Flag> kept = new ArrayList<>(sorted.size());
        for (Flag flag : sorted) {
            if (kept.stream()
                    .noneMatch(k -> k.category() == flag.category() && k.span().overlaps(flag.span()))) {
                kept.add(flag);
            }
        }
        return kept;
    }
}
