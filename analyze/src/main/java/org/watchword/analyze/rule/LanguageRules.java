package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.lexicon.FirstWords;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.pattern.Pattern;
import org.watchword.analyze.text.Sentence;

/** The rules of one language, ready to be tried. Immutable. */
final class LanguageRules {

    /** A pattern with the rule and the pack it belongs to. */
    record Trial(RulePack pack, Rule rule, Pattern pattern) {

        /** Where the pattern matches in a sentence whose passage the rule accepts. */
        List<Match> matches(TextView view, int sentence) {
            List<Match> matches = pattern.matches(view.sentences().get(sentence));
            return matches.isEmpty() || rule.passage().holds(view, sentence) ? matches : List.of();
        }
    }

    private final String language;
    private final FirstWords lists;
    private final GroupFinder groups;
    private final NearbyGroup.Meant meant;
    private final Presearcher<Trial> presearcher;
    private final List<Trial> trials = new ArrayList<>();

    LanguageRules(String language, List<RulePack> packs, Lexicons lexicons) {
        this.language = language;
        lists = lexicons.firstWords(language);
        groups = new GroupFinder(lexicons, language);
        meant = new NearbyGroup.Meant(lexicons, language);
        for (RulePack pack : packs) {
            for (Rule rule : pack.rules()) {
                if (rule.status() != RuleStatus.DEPRECATED) {
                    for (Pattern pattern : rule.patterns()) {
                        trials.add(new Trial(pack, rule, pattern));
                    }
                }
            }
        }
        presearcher = new Presearcher<>(trials, trial -> trial.pattern().necessary());
    }

    /** A sentence as words of this language. */
    Words words(Sentence sentence) {
        return Words.of(sentence, language, lists);
    }

    GroupFinder groups() {
        return groups;
    }

    /** Of one text, for one thread. */
    NearbyGroup nearby(TextView view) {
        return new NearbyGroup(meant, view);
    }

    Presearcher<Trial> presearcher() {
        return presearcher;
    }

    List<Trial> trials(String ruleId) {
        return trials.stream().filter(trial -> trial.rule().id().equals(ruleId)).toList();
    }

    /** All of them, in the order of the packs. */
    List<Trial> trials() {
        return trials;
    }
}
