package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Necessary;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.analyze.pattern.SentenceView;
import org.watchword.analyze.rule.LanguageRules.Trial;
import org.watchword.model.Flag;
import org.watchword.model.Quote;

/** Tells what rules do on one text, step by step. */
final class Explainer {

    private static final int SHOWN_WORDS = 6;

    private final RuleEngine engine;
    private final LanguageRules rules;
    private final TextView view;
    private final NearbyGroup nearby;
    private final List<Quote> quotes;
    private final @Nullable String speaker;

    Explainer(RuleEngine engine, LanguageRules rules, TextView view, List<Quote> quotes, @Nullable String speaker) {
        this.engine = engine;
        this.rules = rules;
        this.view = view;
        this.nearby = rules.nearby(view);
        this.quotes = quotes;
        this.speaker = speaker;
    }

    /** One rule on every sentence, whether it is tried there or not. */
    Explanation explain(String ruleId) {
        List<String> steps = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (int s = 0; s < view.sentences().size(); s++) {
            steps.add("sentence " + (s + 1) + ", groups seen: "
                    + groups(view.sentences().get(s)));
            List<Trial> candidates =
                    rules.presearcher().candidates(view.sentences().get(s));
            for (Trial trial : rules.trials(ruleId)) {
                if (candidates.contains(trial)) {
                    steps.addAll(tried(trial, s, flags));
                } else {
                    steps.add(line(
                            trial,
                            "not tried, for want of "
                                    + wanting(trial, view.sentences().get(s))));
                }
            }
        }
        return new Explanation(ruleId, steps, flags);
    }

    /** Every rule that is tried on some sentence, on those sentences. */
    List<Explanation> explainTried() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        Map<String, List<Flag>> flags = new HashMap<>();
        for (int s = 0; s < view.sentences().size(); s++) {
            for (Trial trial : rules.presearcher().candidates(view.sentences().get(s))) {
                List<Flag> found = flags.computeIfAbsent(trial.rule().id(), id -> new ArrayList<>());
                String sentence = "sentence " + (s + 1) + ": ";
                tried(trial, s, found)
                        .forEach(step -> steps.computeIfAbsent(trial.rule().id(), id -> new ArrayList<>())
                                .add(sentence + step));
            }
        }
        return steps.entrySet().stream()
                .map(e -> new Explanation(e.getKey(), e.getValue(), flags.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private List<String> tried(Trial trial, int sentence, List<Flag> flags) {
        List<String> failed = new ArrayList<>(0);
        List<Flag> found = engine.tried(nearby, trial, view, sentence, quotes, speaker, failed::add);
        flags.addAll(found);
        if (found.isEmpty()) {
            return List.of(line(trial, failed.isEmpty() ? stop(trial, sentence) : "threw an error, see the log"));
        }
        return found.stream().map(flag -> line(trial, outcome(flag))).toList();
    }

    private static String line(Trial trial, String what) {
        return trial.pattern().source() + ": " + what;
    }

    private String outcome(Flag flag) {
        String words = "matched “" + flag.span().in(view.text().text()) + "”, ";
        return flag.guards().isEmpty()
                ? words + "flagged"
                : words + "context: "
                        + flag.guards().stream()
                                .map(note -> "guard " + note.guard() + ", " + note.reason())
                                .collect(Collectors.joining("; "));
    }

    private String stop(Trial trial, int sentence) {
        if (!trial.matches(view, sentence).isEmpty()) {
            return "matched, but no group is named that it may be about";
        }
        if (!trial.pattern().matches(view.sentences().get(sentence)).isEmpty()) {
            return "matched, but the sentences around lack what 'with' asks for, or hold what 'without' forbids";
        }
        Words words = view.sentences().get(sentence).words();
        return trial.pattern()
                .farthest(view.sentences().get(sentence))
                .map(stop ->
                        "after “" + text(words, stop.start(), stop.at()) + "” stopped at " + stop.part() + ", before "
                                + (stop.at() < words.size()
                                        ? "“" + words.get(stop.at()).surface() + "”"
                                        : "the sentence's end"))
                .orElseGet(() -> "stopped at its first part everywhere: " + first(trial.pattern()));
    }

    private static String first(Pattern pattern) {
        int space = pattern.source().indexOf(' ');
        return space < 0 ? pattern.source() : pattern.source().substring(0, space);
    }

    private String text(Words words, int from, int to) {
        return view.text()
                .text()
                .substring(words.get(from).start(), words.get(to - 1).end());
    }

    private String wanting(Trial trial, SentenceView sentence) {
        Set<String> missing = rules.presearcher()
                .missing(trial.pattern().necessary(), sentence)
                .orElse(Set.of());
        boolean group = missing.stream().allMatch(key -> key.startsWith("{"));
        String shown = missing.stream()
                        .map(key -> key.replace(Necessary.PAIR, ' '))
                        .sorted()
                        .limit(SHOWN_WORDS)
                        .collect(Collectors.joining(", "))
                + (missing.size() > SHOWN_WORDS ? " and " + (missing.size() - SHOWN_WORDS) + " more" : "");
        return group ? "a group named as " + shown.toLowerCase(Locale.ROOT) : "one of: " + shown;
    }

    private static String groups(SentenceView sentence) {
        String seen = sentence.mentions().stream()
                .map(m -> "“" + m.target().text() + "” (" + m.target().group() + ", "
                        + m.sort().name().toLowerCase(Locale.ROOT) + ')')
                .distinct()
                .collect(Collectors.joining(", "));
        return seen.isEmpty() ? "none" : seen;
    }
}
