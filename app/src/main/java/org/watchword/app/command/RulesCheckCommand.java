package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.analyze.rule.RuleTotals;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.role.Analyzers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watchword rules check}: every rule's own examples, and how many there are of what. */
@Command(
        name = "check",
        description = "Validate the rules, run every rule's own examples, print a table.",
        footer = "Ends with 1 when a rule was refused or an example did not come out.")
final class RulesCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--each", description = "a line for each rule as well")
    private boolean each;

    @Override
    public Integer call() {
        AnalyzeConfig config = common.load(Map.of()).analyze();
        Analyzers analyzers = Analyzers.load(config, NlpModels.load());
        List<RuleCheck.Row> rows = RuleCheck.run(
                config.rulesFolder(),
                analyzers.packs(),
                analyzers.lexicons(),
                analyzers.annotators().create());
        PrintWriter out = spec.commandLine().getOut();
        if (each) {
            rows.forEach(row -> out.printf(
                    "%-40s %-30s %-13s %4d/%-3d%n",
                    row.pack(),
                    row.rule(),
                    row.status().id(),
                    row.passed(),
                    row.passed() + row.failures().size()));
            out.println();
        }
        table(out, RuleTotals.of(analyzers.packs()));
        int failures = rows.stream().mapToInt(row -> row.failures().size()).sum();
        int passed = rows.stream().mapToInt(RuleCheck.Row::passed).sum();
        analyzers.packs().problems().forEach(problem -> out.println(problem.message()));
        rows.forEach(row -> row.failures().forEach(failure -> out.println(row.rule() + ": " + failure)));
        int refused = analyzers.packs().problems().size();
        out.printf(
                "%d rules, %d of %d examples came out; %d refused%n", rows.size(), passed, passed + failures, refused);
        out.flush();
        return failures + refused == 0 ? 0 : 1;
    }

    private static void table(PrintWriter out, List<RuleTotals> totals) {
        out.printf(
                "%-40s %-24s %5s %6s %12s %10s %6s %7s %8s%n",
                "pack", "category", "rules", "stable", "experimental", "deprecated", "match", "context", "no-match");
        for (RuleTotals row : totals) {
            out.printf(
                    "%-40s %-24s %5d %6d %12d %10d %6d %7d %8d%n",
                    row.pack(),
                    row.category(),
                    row.rules(),
                    row.stable(),
                    row.experimental(),
                    row.deprecated(),
                    row.match(),
                    row.context(),
                    row.noMatch());
        }
    }
}
