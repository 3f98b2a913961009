package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.analyze.rule.RuleEngine.Search;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Category;
import org.watchword.model.Severity;

/** The presearcher saves time and changes nothing: with it and without it the flags are the same. */
class PresearcherTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final PlainAnnotator ANNOTATOR = new PlainAnnotator();
    private static final List<String> VOCABULARY = List.of(
            "the",
            "Velmaris",
            "Velmari",
            "Velmaria",
            "Torvanis",
            "they",
            "these people",
            "are",
            "is",
            "not",
            "will",
            "rats",
            "rat",
            "dogs",
            "kill",
            "killed",
            "must",
            "be",
            "expelled",
            "from",
            "our",
            "land",
            "no",
            "mercy",
            "all",
            "of",
            "a",
            "swarm",
            "VERMIN",
            "Rats",
            "don't",
            "they're",
            "it's",
            "exterminated",
            "unrats",
            ",",
            "and");

    @Test
    void shippedRulesFindTheSameOnShuffledExamples() {
        RulePacks packs = RulePacks.load(ShippedRules.rules(), LEXICONS);
        RuleEngine quick = new RuleEngine(packs, LEXICONS);
        RuleEngine exhaustive = new RuleEngine(packs, LEXICONS, Search.EXHAUSTIVE);
        Random random = new Random(5);
        int flags = 0;
        for (RulePack pack : packs.packs()) {
            for (Rule rule : pack.rules()) {
                for (RuleExample example : rule.examples()) {
                    String joined = example.text() + " " + shuffled(example.text(), random);
                    AnnotatedText text = ANNOTATOR.annotate(joined, pack.language());
                    var found = quick.flags(text, List.of(), null);
                    assertThat(found).as(joined).isEqualTo(exhaustive.flags(text, List.of(), null));
                    flags += found.size();
                }
            }
        }
        assertThat(flags).isPositive();
    }

    @Test
    void madeUpPatternsFindTheSameOnMadeUpSentences() {
        Random random = new Random(11);
        PatternParser parser = new PatternParser("en", LEXICONS, ShippedRules.phrases("en"));
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            rules.add(rule("made-up-" + k, parser, pattern(random, 3)));
        }
        RulePacks packs = new RulePacks(List.of(new RulePack("en/made-up", "0", "en", rules)), List.of());
        RuleEngine quick = new RuleEngine(packs, LEXICONS);
        RuleEngine exhaustive = new RuleEngine(packs, LEXICONS, Search.EXHAUSTIVE);
        int flags = 0;
        for (int k = 0; k < 500; k++) {
            AnnotatedText text = ANNOTATOR.annotate(sentence(random), "en");
            var found = quick.flags(text, List.of(), null);
            assertThat(found).as(text.text()).isEqualTo(exhaustive.flags(text, List.of(), null));
            flags += found.size();
        }
        assertThat(flags).isGreaterThan(500);
    }

    @Test
    void plainPhrasesAreFoundWhereTheyStand() {
        Random random = new Random(17);
        PatternParser parser = new PatternParser("en", LEXICONS, ShippedRules.phrases("en"));
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < 3000; k++) {
            List<String> words = new ArrayList<>();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())).replace("these people", "these"));
            }
            rules.add(rule("phrase-" + k, parser, String.join(" ", words)));
        }
        RulePacks packs = new RulePacks(List.of(new RulePack("en/phrases", "0", "en", rules)), List.of());
        RuleEngine quick = new RuleEngine(packs, LEXICONS);
        RuleEngine exhaustive = new RuleEngine(packs, LEXICONS, Search.EXHAUSTIVE);
        int flags = 0;
        for (int k = 0; k < 200; k++) {
            AnnotatedText text = ANNOTATOR.annotate(sentence(random), "en");
            var found = quick.flags(text, List.of(), null);
            assertThat(found).as(text.text()).isEqualTo(exhaustive.flags(text, List.of(), null));
            flags += found.size();
        }
        assertThat(flags).isGreaterThan(500);
    }

    private static Rule rule(String id, PatternParser parser, String pattern) {
        return new Rule(
                id,
                Category.values()[Math.floorMod(id.hashCode(), Category.values().length)],
                Severity.LOW,
                RuleStatus.STABLE,
                "made up",
                List.of(),
                "nobody",
                "2026-01-01",
                List.of(parser.parse(pattern)),
                List.of(),
                List.of(),
                List.of(),
                "",
                About.WORDS,
                Passage.ANY);
    }

    private static String pattern(Random random, int depth) {
        StringBuilder pattern = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int k = 0; k < parts; k++) {
            pattern.append(k == 0 ? "" : " ").append(part(random, depth));
        }
        return pattern.toString();
    }

    private static String part(Random random, int depth) {
        if (depth > 0) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    return "(" + pattern(random, depth - 1) + " | " + pattern(random, depth - 1) + ")";
                }
                case 1 -> {
                    return "(" + pattern(random, depth - 1) + ")?";
                }
                case 2 -> {
                    return "x:(" + pattern(random, depth - 1) + "){1,2}";
                }
                case 3 -> {
                    return (random.nextBoolean() ? "-(" : "+(") + pattern(random, depth - 1) + ") " + part(random, 0);
                }
                default -> {}
            }
        }
        return List.of(
                        "rats",
                        "the",
                        "Velmaris",
                        "are",
                        "must",
                        "be",
                        "=Rats",
                        "~rat",
                        "~be",
                        "~kill",
                        "rat*",
                        "*rats",
                        "#NOUN",
                        "@vermin",
                        "@kill",
                        "_",
                        "_{0,3}",
                        "{group}",
                        "{attribute}",
                        "{any|place}",
                        "[rats @animal]",
                        "[~be must will]",
                        "!rats",
                        "![the a]",
                        "~kill&!killed",
                        "vermin&:AA",
                        "%PERSON",
                        "not",
                        "will",
                        "<no>",
                        "<is>",
                        "^",
                        "<a> @vermin")
                .get(random.nextInt(33));
    }

    private static String sentence(Random random) {
        List<String> words = new ArrayList<>();
        int length = 2 + random.nextInt(14);
        for (int k = 0; k < length; k++) {
            words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return String.join(" ", words);
    }

    private static String shuffled(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        java.util.Collections.shuffle(words, random);
        return String.join(" ", words);
    }
}
