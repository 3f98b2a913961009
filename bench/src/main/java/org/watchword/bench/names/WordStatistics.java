package org.watchword.bench.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.analyze.name.WordKnowledge;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/** Counts how words are written, and beside which words they stand. */
final class WordStatistics {

    private static final int CONTEXTS = 2000;
    private static final int[] OFFSETS = {-2, -1, 1, 2};

    private final Map<String, int[]> cases = new HashMap<>();
    private final List<List<String>> sentences = new ArrayList<>();

    /** Counts a sentence. */
    void add(Sentence sentence) {
        List<String> words = new ArrayList<>();
        boolean inside = false;
        for (Token token : sentence.tokens()) {
            String surface = token.surface();
            String word = fold(surface);
            words.add(word);
            int[] count = cases.computeIfAbsent(word, w -> new int[3]);
            count[0]++;
            if (Character.isLowerCase(surface.charAt(0))) {
                count[1]++;
            } else if (inside && Character.isUpperCase(surface.charAt(0))) {
                count[2]++;
            }
            inside = Character.isLetterOrDigit(surface.charAt(0));
        }
        sentences.add(words);
    }

    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower);
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= '0' && folded.charAt(i) <= '9') {
                folded.setCharAt(i, '0');
            }
        }
        return folded.toString();
    }

    /** Lists the words that are nearly always written small, or with a capital. */
    void addCases(WordKnowledge.Builder builder) {
        cases.forEach((word, count) -> {
            int known = count[1] + count[2];
            if (known >= 5 && count[1] > known * 0.95) {
                builder.list(word, WordKnowledge.COMMON);
            } else if (known >= 3 && count[2] > known * 0.95) {
                builder.list(word, WordKnowledge.CAPITAL);
            }
        });
    }

    /** The words seen at least so often, most frequent first. */
    List<String> vocabulary(int least) {
        return cases.entrySet().stream()
                .filter(e -> e.getValue()[0] >= least)
                .sorted((a, b) -> a.getValue()[0] != b.getValue()[0]
                        ? Integer.compare(b.getValue()[0], a.getValue()[0])
                        : a.getKey().compareTo(b.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * For each word of the vocabulary the square roots of the positive pointwise mutual information with its neighbours: which of
     * the most frequent words stand one or two places before or after it, more often than chance has it.
     */
    SparseRows neighbours(List<String> vocabulary) {
        Map<String, Integer> index = new HashMap<>();
        for (String word : vocabulary) {
            index.put(word, index.size());
        }
        int columns = CONTEXTS * OFFSETS.length;
        List<Map<Integer, Integer>> counts = new ArrayList<>();
        vocabulary.forEach(w -> counts.add(new HashMap<>()));
        double[] columnSum = new double[columns];
        double[] rowSum = new double[vocabulary.size()];
        double total = 0;
        for (List<String> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                Integer row = index.get(sentence.get(i));
                for (int o = 0; row != null && o < OFFSETS.length; o++) {
                    int j = i + OFFSETS[o];
                    Integer context = j < 0 || j >= sentence.size() ? null : index.get(sentence.get(j));
                    if (context != null && context < CONTEXTS) {
                        int column = o * CONTEXTS + context;
                        counts.get(row).merge(column, 1, Integer::sum);
                        columnSum[column]++;
                        rowSum[row]++;
                        total++;
                    }
                }
            }
        }
        SparseRows rows = new SparseRows(columns);
        for (int r = 0; r < counts.size(); r++) {
            Map<Integer, Double> values = new java.util.TreeMap<>();
            for (Map.Entry<Integer, Integer> entry : counts.get(r).entrySet()) {
                // Contexts are smoothed, or else rare ones seem to say much.
                double expected = rowSum[r] * (columnSum[entry.getKey()] + 50) / total;
                double information = Math.log(entry.getValue() / expected);
                if (information > 0) {
                    values.put(entry.getKey(), Math.sqrt(information));
                }
            }
            rows.add(values);
        }
        return rows;
    }
}
