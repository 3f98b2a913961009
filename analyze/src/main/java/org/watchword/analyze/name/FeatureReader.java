package org.watchword.analyze.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.watchword.analyze.text.Sentence;

/** The features of a document's words, for training: just those that {@link NameTagger} asks the model about. */
public final class FeatureReader {

    private FeatureReader() {}

    /**
     * The features of every word of every sentence; words past the longest sentence the tagger reads at once are left out.
     *
     * @return sentence, word, feature hash
     */
    public static List<int[][]> read(WordKnowledge knowledge, List<Sentence> sentences) {
        SentenceWords words = new SentenceWords(knowledge);
        NameFeatures features = new NameFeatures();
        int[] keys = new int[NameFeatures.MOST];
        WordForms forms = WordForms.of(sentences);
        OtherMentions others = OtherMentions.of(sentences, knowledge);
        List<int[][]> all = new ArrayList<>();
        for (Sentence sentence : sentences) {
            words.read(sentence, 0, Math.min(sentence.tokens().size(), SentenceWords.LONGEST), forms, others);
            int[][] rows = new int[words.count][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOf(keys, features.fill(words, i, keys));
            }
            all.add(rows);
        }
        return all;
    }
}
