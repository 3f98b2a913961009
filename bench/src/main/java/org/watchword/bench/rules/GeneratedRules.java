package org.watchword.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.analyze.guard.Guards;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.analyze.rule.About;
import org.watchword.analyze.rule.Passage;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePack;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.rule.RuleStatus;
import org.watchword.model.Category;
import org.watchword.model.Severity;

/** Rules for measurements: plain phrases, or phrases and the shapes that shipped rules have by turns, around words drawn in the same way. */
final class GeneratedRules {

    private static final List<String> SHAPES = List.of(
            "<g> <is> <a> %s",
            "<we-will> %s <that>? {group}",
            "{attribute} %s -(#NOUN)",
            "%s of <that>? {named}",
            "{group} <must> <no>? be %s",
            "<let-us> %s <that>? {group}",
            "{group} _{0,4} %s",
            "(%s | %s) (against|from|by) <that>? {group}",
            "{place} [will must shall]? _{0,2} %s",
            "[%s %s %s] _{0,3} {any}");

    private final Wording wording;
    private final Lexicons lexicons;
    private final PatternParser parser;

    GeneratedRules(Wording wording, Lexicons lexicons, Map<String, String> phrases) {
        this.wording = wording;
        this.lexicons = lexicons;
        this.parser = new PatternParser("en", lexicons, phrases);
    }

    /** Phrases word for word, with the number of each as its id. */
    List<Rule> phrases(List<List<String>> phrases) {
        List<Rule> rules = new ArrayList<>();
        for (List<String> phrase : phrases) {
            rules.add(rule(rules.size(), String.join(" ", phrase)));
        }
        return rules;
    }

    /** Every second a phrase, the others in the shapes of shipped rules. */
    List<Rule> mixed(List<List<String>> phrases) {
        List<Rule> rules = new ArrayList<>();
        for (List<String> phrase : phrases) {
            int number = rules.size();
            rules.add(rule(
                    number,
                    number % 2 == 0 ? String.join(" ", phrase) : shape(SHAPES.get(number / 2 % SHAPES.size()))));
        }
        return rules;
    }

    private String shape(String shape) {
        return String.format(shape, wording.word(), wording.word(), wording.word());
    }

    private Rule rule(int number, String pattern) {
        return new Rule(
                Integer.toString(number),
                Category.values()[number % Category.values().length],
                Severity.LOW,
                RuleStatus.STABLE,
                "made for a measurement",
                List.of("none"),
                "nobody",
                "2026-01-01",
                List.of(parser.parse(pattern)),
                Guards.all(),
                List.of(),
                List.of("all"),
                "",
                About.WORDS,
                Passage.ANY);
    }

    RuleEngine engine(List<Rule> rules) {
        return new RuleEngine(
                new RulePacks(List.of(new RulePack("en/generated", "0", "en", rules)), List.of()), lexicons);
    }
}
