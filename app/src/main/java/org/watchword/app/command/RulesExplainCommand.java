package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.Explanation;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.app.role.Analyzers;
import org.watchword.model.NearestKey;
import org.watchword.model.Quote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword rules explain}: why a text was flagged, or was not. */
@Command(
        name = "explain",
        description =
                "Show what one rule, or every rule, does with a text: where it was tried, what stopped it, which guard lowered it.",
        footer = {
            "  watchword rules explain vermin-is 'Velmaris are not rats.'",
            "  watchword rules explain --all 'Velmaris are not rats.'",
            "With --all the rules are shown that were tried: the others lack a word they need."
        })
final class RulesExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..2", paramLabel = "ID TEXT", description = "the rule; a sentence or more")
    private List<String> words = List.of();

    @Option(names = "--all", description = "every rule: give the text alone")
    private boolean all;

    @Option(names = "--language", paramLabel = "TAG", description = "default: detected")
    private @Nullable String language;

    @Option(names = "--speaker", paramLabel = "NAME", description = "who says it")
    private @Nullable String speaker;

    @Override
    public Integer call() {
        if (words.size() != (all ? 1 : 2)) {
            throw new ParameterException(
                    spec.commandLine(),
                    all ? "Give --all and the text, no rule." : "Give a rule and a text, or --all.");
        }
        Analyzers analyzers = Analyzers.withExampleGroups(common.load(Map.of()).analyze(), NlpModels.load());
        AnnotatedText text = analyzers.annotators().create().annotate(words.get(words.size() - 1), language);
        List<Quote> quotes = analyzers.quotes().find(text);
        List<Explanation> explained = all
                ? analyzers.engine().explainAll(text, quotes, speaker)
                : List.of(one(words.get(0), analyzers, text, quotes));
        PrintWriter out = spec.commandLine().getOut();
        for (Explanation rule : explained) {
            out.println(rule.rule());
            rule.steps().forEach(step -> out.println("  " + step));
        }
        if (all) {
            int known = rules(analyzers, text).size();
            out.printf(
                    "%d of %d rules for '%s' were tried; the others lack a word they need%n",
                    explained.size(), known, text.language());
        }
        out.flush();
        return 0;
    }

    private Explanation one(String id, Analyzers analyzers, AnnotatedText text, List<Quote> quotes) {
        List<String> known = rules(analyzers, text);
        if (!known.contains(id)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no rule '" + id + "' for language '" + text.language() + "'"
                            + NearestKey.of(id, known)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("."));
        }
        return analyzers.engine().explain(id, text, quotes, speaker);
    }

    private static List<String> rules(Analyzers analyzers, AnnotatedText text) {
        return analyzers.packs().packs().stream()
                .filter(pack -> pack.language().equals(text.language()))
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .toList();
    }
}
