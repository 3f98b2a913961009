package org.watchword.bench.rules;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.Rule;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import org.watchword.bench.speed.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What many rules cost beside few. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "Times 100 and 10,000 generated rules on the speeches of FILE (JSON lines with \"text\", .gz or not), in one",
            "thread, by its processor time, by turns; and counts where ours and Lucene's monitor find other phrases.",
            "Rules are made of every second speech and timed on the others."
        })
public final class RuleSpeedCommand implements Callable<Integer> {

    private static final int FEW = 100;
    private static final double MILLION = 1e6;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--texts", description = "How many are read. Default: ${DEFAULT-VALUE}.")
    private int most = 400;

    @Option(names = "--rounds", description = "Measured after two to warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        AnalyzeConfig config = ConfigLoader.defaults(
                        Path.of(System.getProperty("watchword.home", ".")).resolve("config"), Map.of())
                .analyze();
        Analyzers analyzers = Analyzers.load(config, NlpModels.load());
        SpeechHalves halves = new SpeechHalves(Texts.read(file, most));
        Wording wording = new Wording(halves.drawnFrom(), SpeechHalves.SEED);
        List<List<String>> phrases = wording.phrases(SpeechHalves.MANY);
        GeneratedRules generated = new GeneratedRules(
                wording,
                analyzers.lexicons(),
                RulePacks.phrases(config.rulesFolder().resolve("en")));

        Annotator annotator = analyzers.annotators().create();
        long start = cpu();
        List<AnnotatedText> texts = halves.searched().stream()
                .map(text -> annotator.annotate(text, "en"))
                .toList();
        double annotation = (cpu() - start) / MILLION;
        long sentences = texts.stream().mapToLong(t -> t.sentences().size()).sum();
        out.printf(
                "%d speeches, %,d sentences; sentences, words, tags, lemmas and names take %,.0f ms%n",
                texts.size(), sentences, annotation);
        compare("phrases", generated, generated.phrases(phrases), texts, annotation, out);
        compare("mixed rules", generated, generated.mixed(phrases), texts, annotation, out);
        agreement(phrases, halves, out);
        out.flush();
        return 0;
    }

    private void compare(
            String name,
            GeneratedRules generated,
            List<Rule> rules,
            List<AnnotatedText> texts,
            double annotation,
            PrintWriter out) {
        RuleEngine few = generated.engine(SpeechHalves.every(rules, FEW));
        RuleEngine many = generated.engine(rules);
        double[] fewTimes = new double[rounds];
        double[] manyTimes = new double[rounds];
        long[] flags = new long[2];
        for (int round = -2; round < rounds; round++) {
            long start = cpu();
            flags[0] = flags(few, texts);
            long middle = cpu();
            flags[1] = flags(many, texts);
            long end = cpu();
            if (round >= 0) {
                fewTimes[round] = (middle - start) / MILLION;
                manyTimes[round] = (end - middle) / MILLION;
            }
        }
        double a = median(fewTimes);
        double b = median(manyTimes);
        out.printf(
                "%s: %d take %,.0f ms (%,d flags), %,d take %,.0f ms (%,d flags): ratio %.2f; with all other work %.2f%n",
                name, FEW, a, flags[0], rules.size(), b, flags[1], b / a, (b + annotation) / (a + annotation));
        out.flush();
    }

    private static long flags(RuleEngine engine, List<AnnotatedText> texts) {
        return texts.stream()
                .mapToLong(text -> engine.flags(text, List.of(), null).size())
                .sum();
    }

    private static void agreement(List<List<String>> phrases, SpeechHalves halves, PrintWriter out) throws IOException {
        GeneratedRules plain =
                new GeneratedRules(new Wording(halves.drawnFrom(), SpeechHalves.SEED), Lexicons.load(), Map.of());
        RuleEngine engine = plain.engine(plain.phrases(phrases));
        long both = 0;
        long ours = 0;
        long theirs = 0;
        try (LuceneMonitor monitor = new LuceneMonitor(new TermFilteredPresearcher(), phrases)) {
            for (String text : halves.searched()) {
                Set<String> found = engine.matching(SurfaceText.of(text));
                Set<String> other = monitor.matching(text);
                Set<String> shared = new HashSet<>(found);
                shared.retainAll(other);
                both += shared.size();
                ours += found.size() - shared.size();
                theirs += other.size() - shared.size();
            }
        }
        out.printf("phrases in a speech: %,d found by both, %,d by us only, %,d by Lucene only%n", both, ours, theirs);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
