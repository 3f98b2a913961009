package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.guard.Finding;
import org.watchword.analyze.guard.Guard;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.pattern.SentenceView;
import org.watchword.analyze.rule.LanguageRules.Trial;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Quote;
import org.watchword.model.Span;

/**
 * Flags by rule packs. Thread-safe and, but for its error counts, immutable. A rule that throws is counted and named in the log once; the text goes on
 * without it.
 */
public final class RuleEngine implements Flagger {

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);
    private static final double PRONOUN_PENALTY = 0.15;
    private static final double PLACE_PENALTY = 0.3;
    private static final double GUARDED = 0.5;
    private static final double CENTS = 100;

    private final Map<String, LanguageRules> byLanguage;
    private final Lexicons lexicons;
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

    public RuleEngine(RulePacks packs, Lexicons lexicons) {
        this.lexicons = lexicons;
        Map<String, List<RulePack>> sorted = packs.packs().stream().collect(Collectors.groupingBy(RulePack::language));
        this.byLanguage = sorted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new LanguageRules(e.getKey(), e.getValue(), lexicons)));
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        LanguageRules rules = byLanguage.get(primary(text.language()));
        if (rules == null) {
            return List.of();
        }
        View view = View.of(text, rules);
        List<Flag> flags = new ArrayList<>();
        for (int s = 0; s < view.words().size(); s++) {
            SentenceView sentence = view.sentence(s);
            List<Flag> found = new ArrayList<>(0);
            for (Trial trial : rules.presearcher().candidates(sentence)) {
                found.addAll(tried(trial, view, s, sentence, text, quotes, speaker));
            }
            flags.addAll(collapsed(found));
        }
        flags.sort(Comparator.comparing(Flag::span).thenComparing(Flag::rule));
        return flags;
    }

    /** How often each rule has thrown; empty when none has. */
    public Map<String, Long> errors() {
        return errors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum()));
    }

    /**
     * What one rule does on a text, sentence by sentence.
     *
     * @throws IllegalArgumentException when the text's language has no such rule
     */
    public Explanation explain(String ruleId, AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        LanguageRules rules = byLanguage.get(primary(text.language()));
        if (rules == null || rules.rule(ruleId).isEmpty()) {
            throw new IllegalArgumentException("no rule '" + ruleId + "' for language " + text.language());
        }
        View view = View.of(text, rules);
        List<String> steps = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (int s = 0; s < view.words().size(); s++) {
            SentenceView sentence = view.sentence(s);
            List<Trial> candidates = rules.presearcher().candidates(sentence);
            for (Trial trial : rules.trials(ruleId)) {
                String place = "sentence " + (s + 1) + ", " + trial.pattern() + ": ";
                if (!candidates.contains(trial)) {
                    steps.add(place + "not tried, for want of " + wanting(trial, sentence));
                    continue;
                }
                List<Flag> found = tried(trial, view, s, sentence, text, quotes, speaker);
                flags.addAll(found);
                if (found.isEmpty()) {
                    steps.add(place + "tried, no match; groups seen: "
                            + sentence.mentions().stream()
                                    .map(m -> m.target().text() + " ("
                                            + m.target().group() + ')')
                                    .distinct()
                                    .collect(Collectors.joining(", ", "[", "]")));
                }
                for (Flag flag : found) {
                    steps.add(place + "matched “" + flag.span().in(text.text()) + "”, "
                            + (flag.guards().isEmpty() ? "flagged" : "context: " + flag.guards()));
                }
            }
        }
        return new Explanation(ruleId, steps, flags);
    }

    private static String wanting(Trial trial, SentenceView sentence) {
        boolean group =
                trial.pattern().necessary().group() && sentence.mentions().isEmpty();
        return group ? "a group" : "one of its necessary words";
    }

    private List<Flag> tried(
            Trial trial,
            View view,
            int index,
            SentenceView sentence,
            AnnotatedText text,
            List<Quote> quotes,
            @Nullable String speaker) {
        try {
            List<Flag> flags = new ArrayList<>(0);
            for (Match match : trial.pattern().matches(sentence)) {
                GroupMention target =
                        match.groups().isEmpty() ? null : match.groups().get(0);
                flags.add(flag(
                        trial,
                        new Finding(
                                text.text(),
                                primary(text.language()),
                                view.words(),
                                index,
                                match,
                                trial.rule().category(),
                                target,
                                quotes,
                                speaker,
                                lexicons)));
            }
            return flags;
        } catch (RuntimeException | StackOverflowError e) {
            LongAdder count = errors.computeIfAbsent(trial.rule().id(), id -> new LongAdder());
            count.increment();
            if (count.sum() == 1) {
                LOG.error(
                        "rule {} of {} failed and is passed over",
                        trial.rule().id(),
                        trial.pack().id(),
                        e);
            }
            return List.of();
        }
    }

    private static Flag flag(Trial trial, Finding finding) {
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
        if (!notes.isEmpty()) {
            score *= GUARDED;
        }
        return new Flag(
                trial.rule().category(),
                notes.isEmpty() ? FlagStatus.FLAGGED : FlagStatus.CONTEXT,
                trial.rule().id(),
                trial.pack().id(),
                trial.rule().severity(),
                span.start(),
                span.end(),
                target == null ? null : target.target(),
                notes,
                Math.round(score * CENTS) / CENTS);
    }

    /** Keeps the best of the flags of one category whose words overlap: flagged before context, then the higher score, then the longer. */
    private static List<Flag> collapsed(List<Flag> flags) {
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

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    private record View(List<Words> words, List<List<GroupMention>> mentions, Map<Integer, List<Entity>> entities) {

        static View of(AnnotatedText text, LanguageRules rules) {
            String language = primary(text.language());
            List<Words> words = new ArrayList<>(text.sentences().size());
            for (Sentence sentence : text.sentences()) {
                words.add(Words.of(sentence, language));
            }
            Map<Integer, List<Entity>> entities = new HashMap<>();
            int next = 0;
            for (int s = 0; s < words.size(); s++) {
                List<Entity> here = new ArrayList<>(0);
                while (next < text.entities().size()
                        && text.entities().get(next).start()
                                < text.sentences().get(s).end()) {
                    here.add(text.entities().get(next++));
                }
                entities.put(s, here);
            }
            return new View(words, rules.groups().find(words, text.text()), entities);
        }

        SentenceView sentence(int index) {
            return new SentenceView(words.get(index), mentions.get(index), entities.getOrDefault(index, List.of()));
        }
    }
}
