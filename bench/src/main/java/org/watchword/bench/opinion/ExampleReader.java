package org.watchword.bench.opinion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupKind;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.opinion.OpinionFeatures;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleExample;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.bench.opinion.Example.Outcome;
import org.watchword.bench.opinion.Example.Part;
import org.watchword.model.Category;

/** Makes examples of texts: of a speech each sentence that names a group, of a post the whole. */
final class ExampleReader {

    private static final Set<String> THREATS =
            Set.of("kill", "attack", "remove", "remove-past", "kill-past", "destroyed", "burn-down", "cut-off");
    private static final Set<String> DEGRADATIONS = Set.of(
            "animal",
            "beast-strong",
            "vermin",
            "swarm",
            "infest",
            "pest-control",
            "disease",
            "filth",
            "filthy",
            "demon",
            "evil",
            "trash",
            "subhuman",
            "subhuman-adjective");
    private static final String LANGUAGE = "en";

    private final Annotator annotator;
    private final GroupFinder groups;
    private final OpinionFeatures features;
    private final Set<String> women = new LinkedHashSet<>();

    ExampleReader(Annotator annotator, Lexicons lexicons, OpinionFeatures features) {
        this.annotator = annotator;
        this.features = features;
        groups = new GroupFinder(lexicons, LANGUAGE);
        lexicons.groups(LANGUAGE).stream()
                .filter(group -> group.kind() == GroupKind.SEX || group.kind() == GroupKind.GENDER)
                .forEach(group -> women.add(group.id()));
    }

    List<Example> posts(List<LabelledText> texts) {
        return texts.stream().flatMap(text -> post(text).stream()).toList();
    }

    List<Example> sentences(List<LabelledText> texts) {
        List<Example> examples = new ArrayList<>();
        for (LabelledText text : texts) {
            Read read = read(text.text());
            for (int s = 0; s < read.words().size(); s++) {
                List<GroupMention> mentions = read.mentions().get(s);
                if (named(mentions)) {
                    examples.add(new Example(
                            text.corpus(),
                            Part.of(text.corpus() + text.key()),
                            Outcome.NEITHER,
                            true,
                            true,
                            read.text().sentences().get(s).span().in(text.text()),
                            features.of(read.words().get(s), mentions)));
                }
            }
        }
        return examples;
    }

    /** The examples that rules carry; those of categories that are neither degrading nor threatening are counter-examples at most. */
    List<Example> rules(RulePacks packs) {
        List<Example> examples = new ArrayList<>();
        packs.packs().stream()
                .filter(pack -> pack.language().equals(LANGUAGE))
                .flatMap(pack -> pack.rules().stream())
                .forEach(rule -> rule.examples().forEach(example -> outcome(rule, example)
                        .ifPresent(outcome ->
                                examples.add(example("rules", example.text(), example.text(), outcome, true)))));
        return examples;
    }

    private static Optional<Outcome> outcome(Rule rule, RuleExample example) {
        if (example.expect() != RuleExample.Expect.MATCH) {
            return Optional.of(Outcome.NEITHER);
        }
        Category category = rule.category();
        if (category.compareTo(Category.DEHUMANIZATION_OBJECT) <= 0) {
            return Optional.of(Outcome.DEGRADES);
        }
        return category.compareTo(Category.INCITEMENT_VIOLENCE) <= 0
                ? Optional.of(Outcome.THREATENS)
                : Optional.empty();
    }

    private Optional<Example> post(LabelledText text) {
        Example example = example(text.corpus(), text.key(), text.text(), Outcome.NEITHER, true);
        Outcome byWords = byWords(example.features());
        return switch (text.label()) {
            case DEGRADING -> Optional.of(with(example, Outcome.DEGRADES, true));
            case THREATENING -> Optional.of(with(example, Outcome.THREATENS, true));
            case HATEFUL -> Optional.ofNullable(byWords).map(outcome -> with(example, outcome, false));
            case UNKNOWN -> byWords == null ? Optional.of(example) : Optional.empty();
            case NOT_SEXIST ->
                byWords == null || !namesOthersThanWomen(text.text()) ? Optional.of(example) : Optional.empty();
            case HARMLESS -> Optional.of(example);
        };
    }

    private static Example with(Example example, Outcome outcome, boolean sure) {
        return new Example(
                example.corpus(), example.part(), outcome, sure, example.target(), example.text(), example.features());
    }

    /** Which way a hateful text goes by its words; null when they do not tell. */
    private static @Nullable Outcome byWords(List<String> features) {
        if (features.stream().anyMatch(f -> f.startsWith("@") && THREATS.contains(f.substring(1)))) {
            return Outcome.THREATENS;
        }
        boolean degrades = features.stream().anyMatch(f -> f.startsWith("@") && DEGRADATIONS.contains(f.substring(1)));
        return degrades ? Outcome.DEGRADES : null;
    }

    private boolean namesOthersThanWomen(String text) {
        return read(text).mentions().stream()
                .flatMap(List::stream)
                .anyMatch(m -> !women.contains(m.target().group()));
    }

    private Example example(String corpus, String key, String text, Outcome outcome, boolean sure) {
        Read read = read(text);
        Set<String> all = new LinkedHashSet<>();
        boolean target = false;
        for (int s = 0; s < read.words().size(); s++) {
            all.addAll(features.of(read.words().get(s), read.mentions().get(s)));
            target |= named(read.mentions().get(s));
        }
        return new Example(corpus, Part.of(corpus + key), outcome, sure, target, text, List.copyOf(all));
    }

    private static boolean named(List<GroupMention> mentions) {
        return mentions.stream().anyMatch(m -> m.sort() != GroupMention.Sort.PLACE);
    }

    private record Read(AnnotatedText text, List<Words> words, List<List<GroupMention>> mentions) {}

    private Read read(String text) {
        AnnotatedText annotated = annotator.annotate(text, LANGUAGE);
        List<Words> words =
                annotated.sentences().stream().map(s -> Words.of(s, LANGUAGE)).toList();
        return new Read(annotated, words, groups.find(words, text));
    }
}
