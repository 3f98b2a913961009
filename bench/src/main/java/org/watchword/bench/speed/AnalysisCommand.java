package org.watchword.bench.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens a second through the whole analysis, on one core. */
@Command(
        name = "analysis",
        mixinStandardHelpOptions = true,
        description = {
            "Analyses the texts of FILE (JSON lines with \"text\", .gz or not) in one thread: language, sentences,",
            "words, parts of speech, lemmas, names, quotes, rules. Time is the processor time of that thread."
        })
public final class AnalysisCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--texts", description = "How many of them are read. Default: ${DEFAULT-VALUE}.")
    private int most = 200;

    @Option(names = "--rounds", description = "Measured after as many to warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--corenlp",
            paramLabel = "FOLDER",
            description = "Folder with the jars of Stanford CoreNLP and its English models: measures it, too.")
    private @Nullable Path coreNlp;

    @Option(
            names = "--growth",
            description = "Also analyses texts of 0.1, 1 and 10 MB, made of those read, and prints time and memory.")
    private boolean growth;

    @Option(names = "--documents", description = "Also analyses so many short documents and prints the memory in use.")
    private int documents;

    @Option(names = "--length", description = "Characters of each of these. Default: ${DEFAULT-VALUE}.")
    private int length = 1_500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> texts = Texts.read(file, most);
        Path config = Path.of(System.getProperty("watchword.home", ".")).resolve("config");
        TimedAnalyzer analyzer = new TimedAnalyzer(
                Analyzers.load(ConfigLoader.defaults(config, Map.of()).analyze(), NlpModels.load()));
        for (int i = 0; i < rounds; i++) {
            analyzer.analyzeAll(texts);
        }
        double[] speeds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            analyzer.clear();
            analyzer.analyzeAll(texts);
            speeds[i] = analyzer.tokensPerSecond();
            out.printf("%,.0f tokens/s (%s)%n", speeds[i], analyzer.shares());
            out.flush();
        }
        Arrays.sort(speeds);
        double median = speeds[rounds / 2];
        out.printf(
                "%,d texts, %,d tokens: median %,.0f tokens/s on one core%n", texts.size(), analyzer.tokens(), median);
        if (coreNlp != null) {
            CoreNlpSpeed.measure(coreNlp, texts, analyzer.tokens(), median, out);
        }
        if (growth) {
            Growth.measure(analyzer, texts, out);
        }
        if (documents > 0) {
            Endurance.measure(analyzer, texts, documents, length, out);
        }
        out.flush();
        return 0;
    }
}
