package org.watchword.analyze.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

/**
 * Finds the best sequence of labels of each sentence by the Viterbi algorithm. Belongs to one thread; cheap to make.
 */
public final class NameTagger {

    private static final int LABELS = NameLabel.COUNT;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

    private final NameModel model;
    private final SentenceWords words;
    private final NameFeatures features = new NameFeatures();
    private final int[] keys = new int[NameFeatures.MOST];
    private final int[] emissions = new int[SentenceWords.LONGEST * LABELS];
    private final int[] scores = new int[SentenceWords.LONGEST * LABELS];
    private final byte[] from = new byte[SentenceWords.LONGEST * LABELS];
    private final int[][] before = new int[LABELS][];

    public NameTagger(NameModel model) {
        this.model = model;
        words = new SentenceWords(model.knowledge());
        for (int label = 0; label < LABELS; label++) {
            int after = label;
            before[label] = java.util.stream.IntStream.range(0, LABELS)
                    .filter(b -> NameLabel.follows(b, after))
                    .toArray();
        }
    }

    /** The names of a document, in order of start. */
    public List<FoundName> find(List<Sentence> sentences) {
        WordForms forms = WordForms.of(sentences);
        OtherMentions others = OtherMentions.of(sentences, model.knowledge());
        List<FoundName> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            int size = sentence.tokens().size();
            for (int start = 0; start < size; start += SentenceWords.LONGEST) {
                int end = Math.min(size, start + SentenceWords.LONGEST);
                words.read(sentence, start, end, forms, others);
                decode();
                collect(sentence.tokens().subList(start, end), found);
            }
        }
        return found;
    }

    private void decode() {
        int n = words.count;
        Arrays.fill(emissions, 0, n * LABELS, 0);
        for (int i = 0; i < n; i++) {
            int count = features.fill(words, i, keys);
            for (int f = 0; f < count; f++) {
                model.addTo(emissions, i * LABELS, keys[f]);
            }
        }
        for (int label = 0; label < LABELS; label++) {
            boolean possible = NameLabel.follows(NameLabel.OUTSIDE, label);
            scores[label] = possible ? emissions[label] + model.transition(NameLabel.OUTSIDE, label) : IMPOSSIBLE;
        }
        for (int i = 1; i < n; i++) {
            for (int label = 0; label < LABELS; label++) {
                step(i, label);
            }
        }
    }

    private void step(int i, int label) {
        int best = IMPOSSIBLE;
        int chosen = 0;
        for (int b : before[label]) {
            int score = scores[(i - 1) * LABELS + b] + model.transition(b, label);
            if (score > best) {
                best = score;
                chosen = b;
            }
        }
        scores[i * LABELS + label] = best + emissions[i * LABELS + label];
        from[i * LABELS + label] = (byte) chosen;
    }

    private void collect(List<Token> tokens, List<FoundName> into) {
        int n = words.count;
        if (n == 0) {
            return;
        }
        int label = NameLabel.OUTSIDE;
        int best = IMPOSSIBLE;
        for (int last = 0; last < LABELS; last++) {
            int score = scores[(n - 1) * LABELS + last];
            if (NameLabel.follows(last, NameLabel.OUTSIDE) && score > best) {
                best = score;
                label = last;
            }
        }
        int at = into.size();
        int end = n;
        for (int i = n - 1; i >= 0; i--) {
            if (NameLabel.ends(label)) {
                end = i + 1;
            }
            if (NameLabel.starts(label)) {
                into.add(
                        at,
                        new FoundName(
                                tokens.get(i).start(),
                                tokens.get(end - 1).end(),
                                NameLabel.TYPES.get(NameLabel.type(label))));
            }
            label = from[i * LABELS + label];
        }
    }
}
