package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.analyze.language.EnglishSegmenter;
import org.watchword.analyze.name.WordKnowledge;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/** Gathers what a model knows of words before it learns: lists of names, how words are written, and clusters of words used alike. */
final class KnowledgeMaker {

    private static final int[] SIZES = {64, 256, 1024};
    private static final int LEAST = 4;
    private static final int DIMENSIONS = 64;

    private KnowledgeMaker() {}

    /**
     * @param names folder of {@code places.geonames.tsv}
     * @param texts running text to learn from
     */
    static WordKnowledge make(NameLists lists, Path names, List<String> texts) throws IOException {
        WordStatistics statistics = new WordStatistics();
        EnglishSegmenter segmenter = new EnglishSegmenter();
        for (String text : texts) {
            for (Span span : segmenter.sentences(text)) {
                List<Token> tokens = new ArrayList<>();
                for (Span word : segmenter.words(text, span)) {
                    tokens.add(new Token(word.start(), word.end(), word.in(text), "", ""));
                }
                if (!tokens.isEmpty()) {
                    statistics.add(new Sentence(span.start(), span.end(), tokens));
                }
            }
        }
        WordKnowledge.Builder builder = new WordKnowledge.Builder();
        statistics.addCases(builder);
        List<String> vocabulary = statistics.vocabulary(LEAST);
        float[][] rows = statistics.neighbours(vocabulary).reduce(DIMENSIONS, 4, 42);
        int[][] clusters = new int[SIZES.length][];
        for (int s = 0; s < SIZES.length; s++) {
            clusters[s] = Clusters.of(rows, SIZES[s], 8, 42);
        }
        for (int w = 0; w < vocabulary.size(); w++) {
            builder.clusters(vocabulary.get(w), clusters[0][w] + 1, clusters[1][w] + 1, clusters[2][w] + 1);
        }
        System.err.println(vocabulary.size() + " words in clusters");
        addPlaces(lists, names, Set.copyOf(vocabulary.subList(0, Math.min(vocabulary.size(), 1500))));
        lists.addTo(builder);
        return builder.build();
    }

    private static void addPlaces(NameLists lists, Path names, Set<String> frequent) throws IOException {
        // A town called "Of" or "Most" says nothing of the word.
        Set<String> small =
                frequent.stream().map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (String line : Files.readAllLines(names.resolve("places.geonames.tsv"))) {
            if (!line.startsWith("#") && line.length() > 2 && !small.contains(line.toLowerCase(Locale.ROOT))) {
                lists.add(line, WordKnowledge.PLACE);
            }
        }
    }
}
