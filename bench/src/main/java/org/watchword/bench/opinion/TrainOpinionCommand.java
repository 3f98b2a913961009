package org.watchword.bench.opinion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.opinion.OpinionFeatures;
import org.watchword.analyze.opinion.OpinionModel;
import org.watchword.analyze.opinion.WordFamilies;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.bench.opinion.Example.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the second opinion, calibrates it and chooses its thresholds on one part of the corpora, and measures on another. */
@Command(
        name = "train-opinion",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the model that gives a second opinion beside the rules: from corpora in folders under their names",
            "in DATA, and from the examples that the English rules carry. Calibrated, and thresholds chosen, on one part",
            "in five; figures are of another part in five. Always the same model from the same data."
        })
public final class TrainOpinionCommand implements Callable<Integer> {

    private static final List<String> POSTS = List.of("hatemoji", "edos", "stormfront", "davidson");
    private static final List<String> SPEECHES = List.of("ungdc", "kremlin");

    @Parameters(paramLabel = "DATA", description = "folder of the corpora")
    private Path data = Path.of(".");

    @Option(names = "--out", description = "where to write the model")
    private @Nullable Path out;

    @Option(
            names = "--hold-out",
            split = ",",
            description = "first leaves out these corpora in turn (joined by + together) and measures on them")
    private List<String> holdOut = List.of();

    @Option(names = "--l1", defaultValue = "0.1", description = "weight of the Laplace prior; default ${DEFAULT-VALUE}")
    private double l1;

    @Option(names = "--l2", defaultValue = "1", description = "weight of the Gaussian prior; default ${DEFAULT-VALUE}")
    private double l2;

    @Option(
            names = "--rarest",
            defaultValue = "2",
            description = "features seen in fewer examples are not learned; default ${DEFAULT-VALUE}")
    private int rarest;

    @Option(
            names = "--share",
            defaultValue = "0.002",
            description = "share of ordinary sentences that may become candidates; default ${DEFAULT-VALUE}")
    private double share;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter report = spec.commandLine().getOut();
        Path config = Path.of(System.getProperty("watchword.home", ".")).resolve("config");
        Lexicons lexicons = Lexicons.load(config.resolve("lexicons"), config.resolve("rules/example-groups.yaml"));
        WordFamilies families = families(lexicons);
        List<Example> examples = examples(lexicons, families, RulePacks.load(config.resolve("rules"), lexicons));
        for (String held : holdOut) {
            Set<String> left = Set.of(held.split("\\+"));
            report.println("== learned without " + held + ", measured on all of it");
            OpinionModel other = train(examples, families, left, report);
            measure(
                    other,
                    examples.stream().filter(e -> left.contains(e.corpus())).toList(),
                    report);
        }
        report.println("== learned from all, measured on the parts kept for it");
        OpinionModel model = train(examples, families, Set.of(), report);
        measure(model, examples.stream().filter(e -> e.part() == Part.MEASURE).toList(), report);
        if (out != null) {
            try (OutputStream stream = Files.newOutputStream(out)) {
                model.write(stream);
            }
        }
        return 0;
    }

    private OpinionModel train(List<Example> examples, WordFamilies families, Set<String> left, PrintWriter report)
            throws IOException {
        List<Example> learned = examples.stream()
                .filter(e -> e.part() == Part.TRAIN && !left.contains(e.corpus()))
                .toList();
        OpinionModel raw = MaxentTraining.train(learned, families, l1, l2, rarest);
        List<Example> chosen = examples.stream()
                .filter(e -> e.part() == Part.CHOOSE && e.target() && e.sure() && !left.contains(e.corpus()))
                .toList();
        OpinionModel model = Thresholds.choose(raw, chosen, share);
        report.printf("%,d examples, %,d features, %s%n", learned.size(), model.size(), model.calibration());
        return model;
    }

    private static void measure(OpinionModel model, List<Example> examples, PrintWriter report) {
        OpinionReport figures = new OpinionReport(model);
        examples.stream().filter(Example::target).forEach(figures::add);
        figures.lines().forEach(report::println);
        report.flush();
    }

    private List<Example> examples(Lexicons lexicons, WordFamilies families, RulePacks packs) throws IOException {
        ExampleReader reader = new ExampleReader(
                new AnnotatorFactory(NlpModels.load(), (text, language, sentences) -> List.of()).create(),
                lexicons,
                new OpinionFeatures(families));
        Corpora corpora = new Corpora(data);
        List<Example> examples = new ArrayList<>(reader.rules(packs));
        for (String corpus : POSTS) {
            examples.addAll(reader.posts(corpora.read(corpus)));
        }
        for (String corpus : SPEECHES) {
            examples.addAll(reader.sentences(corpora.read(corpus)));
        }
        return examples;
    }

    /** The word lists of rules and guards, but for names and what only finds groups. */
    private static WordFamilies families(Lexicons lexicons) {
        Map<String, List<String>> families = new TreeMap<>();
        for (String name : lexicons.listNames("en")) {
            if (!name.startsWith("group") && !name.startsWith("pronoun") && !name.endsWith("-names")) {
                WordList list = lexicons.listOrEmpty("en", name);
                families.put(
                        name,
                        list.firstWords().stream()
                                .flatMap(first -> list.startingWith(first).stream())
                                .map(term -> String.join(" ", term))
                                .toList());
            }
        }
        return new WordFamilies(families);
    }
}
