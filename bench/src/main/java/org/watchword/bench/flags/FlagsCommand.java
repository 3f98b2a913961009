package org.watchword.bench.flags;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Flags against labelled sentences. */
@Command(
        name = "flags",
        mixinStandardHelpOptions = true,
        description = {
            "Counts what the whole program flags in labelled sentences: recall by category of what is dangerous,",
            "false alarms by family of what only looks like it, each total with its 95 %% interval (Wilson).",
            "FILE: CSV with the columns id,kind,family,register,text. Default: the sentences held back,",
            "on which nobody tunes: read the totals only."
        })
public final class FlagsCommand implements Callable<Integer> {

    private static final String HELD_BACK = "bench/flags/held-back.csv";

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(
            names = "--groups",
            paramLabel = "YAML",
            description = "Group lexicon read beside the shipped ones. Default: groups.yaml beside FILE, if there.")
    private @Nullable Path groups;

    @Option(
            names = "--show",
            description = "Also print the sentences with what was found. Not for sentences that are held back.")
    private boolean show;

    @Option(names = "--second-opinion", description = "Also ask the learned model, as analyze.secondOpinion does.")
    private boolean secondOpinion;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path home = Path.of(System.getProperty("watchword.home", "."));
        Path sentences = file == null ? home.resolve(HELD_BACK) : file;
        DocumentAnalyzer analyzer = analyzer(home.resolve("config"), groupsBeside(sentences));
        FlagReport report = new FlagReport();
        for (LabelledSentence sentence : SentenceFile.read(sentences)) {
            Outcome outcome = new Outcome(
                    sentence,
                    analyzer.annotate(sentence.id(), sentence.text(), "en", null, null).statements().stream()
                            .flatMap(statement -> statement.flags().stream())
                            .toList());
            report.add(outcome);
            if (show) {
                out.println(sentence.id() + " " + sentence.text());
                out.println("    " + (outcome.flags().isEmpty() ? "-" : outcome.found()));
            }
        }
        report.lines().forEach(out::println);
        out.flush();
        return 0;
    }

    private @Nullable Path groupsBeside(Path sentences) {
        if (groups != null) {
            return groups;
        }
        Path beside = sentences.resolveSibling("groups.yaml");
        return Files.exists(beside) ? beside : null;
    }

    private DocumentAnalyzer analyzer(Path config, @Nullable Path more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("WATCHWORD_ANALYZE_SECOND_OPINION", Boolean.toString(secondOpinion));
        if (more != null) {
            settings.put("WATCHWORD_ANALYZE_LEXICONS_FOLDERS", "lexicons," + more.toAbsolutePath());
        }
        return Analyzers.load(ConfigLoader.defaults(config, settings).analyze(), NlpModels.load())
                .factory()
                .create();
    }
}
