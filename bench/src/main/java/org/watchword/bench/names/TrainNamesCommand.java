package org.watchword.bench.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.name.FeatureReader;
import org.watchword.analyze.name.NameLabel;
import org.watchword.analyze.name.NameModel;
import org.watchword.analyze.name.NameTagger;
import org.watchword.analyze.name.WordKnowledge;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.text.Annotator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the model of names, or measures it by leaving out one corpus after the other. */
@Command(
        name = "train-names",
        description = "Trains the model of names; with --hold-out measures on corpora it is not trained on.")
public final class TrainNamesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATA", description = "folder of the corpora")
    private Path data = Path.of(".");

    @Option(names = "--hold-out", description = "corpora to leave out in turn, or 'all'", split = ",")
    private List<String> holdOut = List.of();

    @Option(names = "--out", description = "where to write the model")
    private @Nullable Path out;

    @Option(names = "--knowledge", description = "file that keeps what is known of words from one run to the next")
    private @Nullable Path kept;

    @Option(names = "--epochs", defaultValue = "6", description = "times over the data; default ${DEFAULT-VALUE}")
    private int epochs;

    @Option(names = "--rate", defaultValue = "0.1", description = "size of the steps; default ${DEFAULT-VALUE}")
    private double rate;

    @Option(
            names = "--penalty",
            defaultValue = "0.0000005",
            description = "L1 penalty a sentence; default ${DEFAULT-VALUE}")
    private double penalty;

    @Option(
            names = "--dropout",
            defaultValue = "0.2",
            description = "share of features left out at random; default ${DEFAULT-VALUE}")
    private double dropout;

    @Option(
            names = "--rarest",
            defaultValue = "2",
            description = "features seen less often are not learned; default ${DEFAULT-VALUE}")
    private int rarest;

    @Option(
            names = "--runs",
            defaultValue = "1",
            description = "times all is learned at once, the mean of which is the model; default ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--made",
            defaultValue = "12",
            description = "times each sentence of news.en.txt is filled with names; default ${DEFAULT-VALUE}")
    private int made;

    @Option(
            names = "--weights",
            split = ",",
            defaultValue = "wnut=0.3,btc=0.5,re3d=0.5,news=0.5",
            description = "how much a corpus counts, as NAME=NUMBER; others count 1; default ${DEFAULT-VALUE}")
    private Map<String, Float> weights = Map.of();

    @Override
    public Integer call() throws Exception {
        Path config = Path.of(System.getProperty("watchword.home", ".")).resolve("config");
        NameLists lists = NameLists.read(config);
        Path names = config.resolveSibling("bench/names");
        lists.addPersons(Statesmen.read(data.resolve("ungdc-speakers/speakers_by_session.tsv")));
        Map<String, List<LabelledText>> labelled = Corpora.read(data);
        WordKnowledge knowledge = knowledge(lists, labelled, names);
        Annotator annotator = new AnnotatorFactory(NlpModels.load(), (text, language, sentences) -> List.of()).create();
        NewsSentences news = NewsSentences.read(names, lists, 42);
        if (made > 0) {
            labelled.put("news", news.make(made));
        }
        Set<String> countries = Set.copyOf(lists.names(WordKnowledge.COUNTRY));
        Map<String, List<TrainingText>> corpora = new LinkedHashMap<>();
        for (Map.Entry<String, List<LabelledText>> corpus : labelled.entrySet()) {
            List<TrainingText> texts = new ArrayList<>();
            for (LabelledText text : corpus.getValue()) {
                texts.add(TrainingText.of(text, annotator, lists.groups(), countries));
            }
            corpora.put(corpus.getKey(), texts);
        }
        Variations variations = new Variations(lists, news, 42);
        Map<String, List<CrfTrainer.Example>> examples = new LinkedHashMap<>();
        corpora.forEach((name, texts) -> {
            List<TrainingText> all = new ArrayList<>(texts);
            for (TrainingText text : texts) {
                variations.of(text).ifPresent(other -> all.add(TrainingText.of(other, annotator, Set.of(), Set.of())));
            }
            examples.put(name, examples(all, knowledge, weights.getOrDefault(name, 1f)));
        });
        CrfTrainer.Settings settings = new CrfTrainer.Settings(epochs, rate, penalty, dropout, rarest, runs, 42);
        for (String held : holdOut.equals(List.of("all")) ? List.copyOf(corpora.keySet()) : holdOut) {
            Set<String> left = Set.of(held.split("\\+"));
            NameModel model = CrfTrainer.train(without(examples, left), knowledge, settings);
            for (String name : left) {
                Scores scores = new Scores();
                for (TrainingText text : corpora.getOrDefault(name, List.of())) {
                    scores.add(text.source().labels(), new NameTagger(model).find(text.sentences()));
                }
                System.out.println(name + ": " + scores.line());
            }
            write(model);
        }
        if (holdOut.isEmpty()) {
            write(CrfTrainer.train(without(examples, Set.of()), knowledge, settings));
        }
        return 0;
    }

    private void write(NameModel model) throws IOException {
        if (out != null) {
            try (OutputStream stream = Files.newOutputStream(out)) {
                model.write(stream);
            }
        }
    }

    private WordKnowledge knowledge(NameLists lists, Map<String, List<LabelledText>> labelled, Path names)
            throws IOException {
        if (kept != null && Files.exists(kept)) {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept)))) {
                return WordKnowledge.read(in);
            }
        }
        List<String> texts = new ArrayList<>(PlainTexts.read(data));
        labelled.values().forEach(part -> part.forEach(text -> texts.add(text.text())));
        WordKnowledge knowledge = KnowledgeMaker.make(lists, names, texts);
        if (kept != null) {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(kept)))) {
                knowledge.write(out);
            }
        }
        return knowledge;
    }

    /** Two parts of one corpus of tweets share their topics, and are left out together. */
    private static List<CrfTrainer.Example> without(Map<String, List<CrfTrainer.Example>> examples, Set<String> held) {
        List<CrfTrainer.Example> rest = new ArrayList<>();
        examples.forEach((name, part) -> {
            if (!held.contains(name) && !(name.equals("btc") && held.contains("btc-g"))) {
                rest.addAll(part);
            }
        });
        return rest;
    }

    private static List<CrfTrainer.Example> examples(List<TrainingText> texts, WordKnowledge knowledge, float weight) {
        List<CrfTrainer.Example> examples = new ArrayList<>();
        for (TrainingText text : texts) {
            List<int[][]> features = FeatureReader.read(knowledge, text.sentences());
            for (int s = 0; s < features.size(); s++) {
                int[] labels = text.labels().get(s);
                if (labels.length == features.get(s).length && labels.length > 0) {
                    examples.add(new CrfTrainer.Example(features.get(s), learnable(labels, features.get(s)), weight));
                }
            }
        }
        return examples;
    }

    /** A name with a word that the tagger does not look at, as in a post without capitals, cannot be found and is not learned. */
    private static int[] learnable(int[] labels, int[][] features) {
        int[] learnable = labels.clone();
        for (int start = 0; start < labels.length; start++) {
            if (NameLabel.starts(labels[start])) {
                int end = start;
                boolean seen = features[start].length > 1;
                while (!NameLabel.ends(labels[end])) {
                    seen &= features[++end].length > 1;
                }
                if (!seen) {
                    Arrays.fill(learnable, start, end + 1, NameLabel.OUTSIDE);
                }
            }
        }
        return learnable;
    }
}
