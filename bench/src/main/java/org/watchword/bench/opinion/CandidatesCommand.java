package org.watchword.bench.opinion;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import org.watchword.bench.opinion.Example.Part;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Opinion;
import org.watchword.model.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many candidates the second opinion raises in ordinary texts, and some of them to read. */
@Command(
        name = "candidates",
        mixinStandardHelpOptions = true,
        description = {
            "Analyses the texts of FILE (JSON lines with \"id\" and \"text\", .gz or not) with the second opinion and counts",
            "flags, doubts and candidates per 10,000 words."
        })
public final class CandidatesCommand implements Callable<Integer> {

    private static final double WORDS = 10_000;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--unlearned",
            paramLabel = "CORPUS",
            description = "Only texts of CORPUS that are measured on, not learned from.")
    private String corpus = "";

    @Option(
            names = "--show",
            description = "Print so many candidates and doubted flags, drawn by lot. Default: ${DEFAULT-VALUE}.")
    private int show;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path config = Path.of(System.getProperty("watchword.home", ".")).resolve("config");
        DocumentAnalyzer analyzer = Analyzers.load(
                        ConfigLoader.defaults(config, Map.of("WATCHWORD_ANALYZE_SECOND_OPINION", "true"))
                                .analyze(),
                        NlpModels.load())
                .factory()
                .create();
        long words = 0;
        int texts = 0;
        int flagged = 0;
        int candidates = 0;
        List<String> read = new ArrayList<>();
        for (LabelledText text : Corpora.jsonl(file, corpus)) {
            if (!corpus.isEmpty() && Part.of(corpus + text.key()) != Part.MEASURE) {
                continue;
            }
            texts++;
            words += text.text().split("\\s+").length;
            for (Statement statement :
                    analyzer.annotate(text.key(), text.text(), null, null, null).statements()) {
                for (Flag flag : statement.flags()) {
                    flagged += flag.status() == FlagStatus.FLAGGED ? 1 : 0;
                    candidates += flag.status() == FlagStatus.CANDIDATE ? 1 : 0;
                    if (flag.status() == FlagStatus.CANDIDATE) {
                        read.add(line("candidate", flag, flag.score(), text));
                    } else if (flag.status() == FlagStatus.FLAGGED) {
                        Opinion opinion = flag.opinion();
                        if (opinion != null && opinion.doubts()) {
                            read.add(line("doubted", flag, opinion.score(), text));
                        }
                    }
                }
            }
        }
        Collections.shuffle(read, new Random(3));
        read.stream().limit(show).forEach(out::println);
        out.printf(
                "%,d texts, %,d words: %d flagged (%.2f per 10,000 words), %d of them doubted, %d candidates (%.2f)%n",
                texts,
                words,
                flagged,
                flagged * WORDS / words,
                read.size() - candidates,
                candidates,
                candidates * WORDS / words);
        out.flush();
        return 0;
    }

    private static String line(String what, Flag flag, double score, LabelledText text) {
        return what + ' ' + flag.category().id() + ' ' + score + " | " + text.key() + " | "
                + flag.span().in(text.text()).replaceAll("\\s+", " ");
    }
}
