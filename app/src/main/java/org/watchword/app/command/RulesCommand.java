package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.role.Analyzers;
import org.watchword.model.NearestKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword rules}: what an author of rules needs. */
@Command(name = "rules", description = "Check the rules.", synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? 'watchword rules check' runs every example.");
    }

    @Command(
            name = "check",
            description = "Validate the rules, run every rule's own examples, print a table.",
            footer = "Ends with 1 when a rule was refused or an example did not come out.")
    int check(@Mixin CommonOptions common) {
        AnalyzeConfig config = common.load(Map.of()).analyze();
        Analyzers analyzers = Analyzers.load(config, NlpModels.load());
        List<RuleCheck.Row> rows = RuleCheck.run(
                config.rulesFolder(),
                analyzers.packs(),
                analyzers.lexicons(),
                analyzers.annotators().create());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-40s %-30s %-13s %8s%n", "pack", "rule", "status", "examples");
        int examples = 0;
        int failures = 0;
        for (RuleCheck.Row row : rows) {
            int all = row.passed() + row.failures().size();
            out.printf(
                    "%-40s %-30s %-13s %4d/%-3d%n",
                    row.pack(), row.rule(), row.status().id(), row.passed(), all);
            row.failures().forEach(failure -> out.println("    " + failure));
            examples += all;
            failures += row.failures().size();
        }
        int refused = analyzers.packs().problems().size();
        out.printf(
                "%d rules, %d of %d examples came out; %d rules refused%n",
                rows.size(), examples - failures, examples, refused);
        out.flush();
        return failures + refused == 0 ? 0 : 1;
    }

    @Command(
            name = "explain",
            description = "Show what one rule does with a text: where it was tried, what stopped it.")
    int explain(
            @picocli.CommandLine.Parameters(paramLabel = "ID", description = "the rule") String id,
            @picocli.CommandLine.Parameters(paramLabel = "TEXT", description = "a sentence or more") String text,
            @picocli.CommandLine.Option(names = "--language", paramLabel = "TAG", description = "default: detected")
                    @Nullable
                    String language,
            @picocli.CommandLine.Option(names = "--speaker", paramLabel = "NAME", description = "who says it") @Nullable
                    String speaker,
            @Mixin CommonOptions common) {
        Analyzers analyzers = Analyzers.load(common.load(Map.of()).analyze(), NlpModels.load());
        var annotated = analyzers.annotators().create().annotate(text, language);
        List<String> known = analyzers.packs().packs().stream()
                .filter(pack -> pack.language().equals(annotated.language()))
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .toList();
        if (!known.contains(id)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no rule '" + id + "' for language '" + annotated.language() + "'"
                            + NearestKey.of(id, known)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("."));
        }
        var explanation =
                analyzers.engine().explain(id, annotated, analyzers.quotes().find(annotated), speaker);
        PrintWriter out = spec.commandLine().getOut();
        explanation.steps().forEach(out::println);
        out.flush();
        return 0;
    }
}
