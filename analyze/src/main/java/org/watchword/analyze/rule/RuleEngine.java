package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.guard.Finding;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.pattern.SentenceView;
import org.watchword.analyze.rule.LanguageRules.Trial;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Flag;
import org.watchword.model.Quote;

/**
 * Flags by rule packs. Thread-safe and, but for its error counts, immutable. A rule that throws is counted and named in the log once; the
 * text goes on without it.
 */
public final class RuleEngine implements Flagger {

    /** Which rules are tried on a sentence; the flags are the same with either. */
    enum Search {
        /** Those whose necessary words are there. */
        NECESSARY_WORDS,
        /** All of them. */
        EXHAUSTIVE
    }

    private final Map<String, LanguageRules> byLanguage;
    private final Lexicons lexicons;
    private final Search search;
    private final RuleErrors errors = new RuleErrors();

    public RuleEngine(RulePacks packs, Lexicons lexicons) {
        this(packs, lexicons, Search.NECESSARY_WORDS);
    }

    RuleEngine(RulePacks packs, Lexicons lexicons, Search search) {
        this.lexicons = lexicons;
        this.search = search;
        Map<String, List<RulePack>> sorted = packs.packs().stream().collect(Collectors.groupingBy(RulePack::language));
        this.byLanguage = sorted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new LanguageRules(e.getKey(), e.getValue(), lexicons)));
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        return flags(text, quotes, speaker, rule -> {});
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker, Consumer<String> failed) {
        LanguageRules rules = byLanguage.get(TextView.primary(text.language()));
        if (rules == null) {
            return List.of();
        }
        TextView view = TextView.of(text, rules);
        NearbyGroup nearby = rules.nearby(view);
        List<Flag> flags = new ArrayList<>();
        for (int s = 0; s < view.sentences().size(); s++) {
            SentenceView sentence = view.sentences().get(s);
            List<Trial> trials = search == Search.EXHAUSTIVE
                    ? rules.trials()
                    : rules.presearcher().candidates(sentence);
            List<Flag> found = new ArrayList<>(0);
            for (Trial trial : trials) {
                found.addAll(tried(nearby, trial, view, s, quotes, speaker, failed));
            }
            flags.addAll(Flags.collapsed(found));
        }
        flags.sort(Comparator.comparing(Flag::span).thenComparing(Flag::rule));
        return flags;
    }

    /** Ids of the rules that match somewhere in a text, whatever guards would say. */
    public Set<String> matching(AnnotatedText text) {
        LanguageRules rules = byLanguage.get(TextView.primary(text.language()));
        Set<String> ids = new HashSet<>();
        if (rules != null) {
            TextView view = TextView.of(text, rules);
            for (int s = 0; s < view.sentences().size(); s++) {
                for (Trial trial :
                        rules.presearcher().candidates(view.sentences().get(s))) {
                    if (!ids.contains(trial.rule().id())
                            && !trial.matches(view, s).isEmpty()) {
                        ids.add(trial.rule().id());
                    }
                }
            }
        }
        return ids;
    }

    /** How often each rule has thrown; empty when none has. */
    public Map<String, Long> errors() {
        return errors.counts();
    }

    /**
     * What one rule does on a text, sentence by sentence.
     *
     * @throws IllegalArgumentException when the text's language has no such rule
     */
    public Explanation explain(String ruleId, AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        LanguageRules rules = byLanguage.get(TextView.primary(text.language()));
        if (rules == null || rules.trials(ruleId).isEmpty()) {
            throw new IllegalArgumentException("no rule '" + ruleId + "' for language " + text.language());
        }
        TextView view = TextView.of(text, rules);
        return new Explainer(this, rules, view, quotes, speaker).explain(ruleId);
    }

    /** What every rule does on a text that is worth trying on one of its sentences; the others are left out. */
    public List<Explanation> explainAll(AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        LanguageRules rules = byLanguage.get(TextView.primary(text.language()));
        return rules == null
                ? List.of()
                : new Explainer(this, rules, TextView.of(text, rules), quotes, speaker).explainTried();
    }

    private static @Nullable GroupMention target(
            NearbyGroup nearby, Rule rule, Match match, TextView view, int sentence) {
        if (rule.about() != About.WORDS) {
            return nearby.of(sentence, match, rule.about()).orElse(null);
        }
        GroupMention named = Flags.target(rule, match, view, sentence);
        return named != null ? named : rule.passage().group(view, sentence).orElse(null);
    }

    /** The flags of one pattern on one sentence, before flags of one category are joined; none when it throws. */
    List<Flag> tried(
            NearbyGroup nearby,
            Trial trial,
            TextView view,
            int sentence,
            List<Quote> quotes,
            @Nullable String speaker,
            Consumer<String> failed) {
        try {
            About about = trial.rule().about();
            if (about != About.WORDS && !nearby.possible(sentence, about)) {
                return List.of();
            }
            List<Match> matches = trial.matches(view, sentence);
            List<Flag> flags = new ArrayList<>(matches.size());
            for (Match found : matches) {
                Match match = found.flagged();
                GroupMention target = target(nearby, trial.rule(), match, view, sentence);
                if (target == null && about != About.WORDS) {
                    continue;
                }
                flags.add(Flags.of(
                        trial,
                        new Finding(
                                view.text().text(),
                                view.language(),
                                view.words(),
                                sentence,
                                match,
                                trial.rule().category(),
                                target,
                                view.mentions(),
                                quotes,
                                speaker,
                                lexicons)));
            }
            return flags;
        } catch (RuntimeException | StackOverflowError e) {
            errors.add(trial, e);
            failed.accept(trial.rule().id());
            return List.of();
        }
    }
}
