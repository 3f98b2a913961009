package org.watchword.analyze.nlp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.Span;

/**
 * Parts of speech of English words, in the tags of Universal Dependencies. The model is OpenNLP's and so is the search, which keeps
 * the three best readings of the sentence so far; it does not write out every feature of every word as text, and it weighs each
 * reading by that reading's own tags, where {@code POSTaggerME}, caching features by place, weighs all by those of the first. Belongs
 * to one thread.
 */
final class EnglishTagger {

    private static final int BEAM = 3;

    /** Up to 12 MB; a year of news has fewer frequent forms. */
    private static final int KEPT = 16_384;

    /** A sentence of more words is tagged in pieces. */
    private static final int LONGEST = 256;

    /** The tagger looks at prefixes and suffixes; what stands between is of no use to it. */
    private static final int LONGEST_WORD = 64;

    private final TagWeights weights;
    private final Map<String, TagWeights.Word> kept = new HashMap<>();
    private final TagWeights.Word[] words = new TagWeights.Word[LONGEST];

    /** Tag and predecessor of each reading kept at each place, for the way back. */
    private final int[][] tagAt = new int[LONGEST][BEAM];

    private final int[][] fromAt = new int[LONGEST][BEAM];

    private final double[] scores = new double[BEAM];
    private final double[] nextScores = new double[BEAM];
    private final double[] local;
    private final double[] sums;

    EnglishTagger(NlpModels models) {
        weights = models.tagWeights();
        local = new double[weights.tagCount()];
        sums = new double[weights.tagCount()];
    }

    String[] tag(String text, List<Span> spans) {
        String[] tags = new String[spans.size()];
        for (int from = 0; from < tags.length; from += LONGEST) {
            int count = Math.min(tags.length - from, LONGEST);
            for (int i = 0; i < count; i++) {
                words[i] = word(plain(text, spans.get(from + i)));
            }
            tag(count, tags, from);
        }
        return tags;
    }

    private TagWeights.Word word(String form) {
        TagWeights.Word known = kept.get(form);
        if (known != null) {
            return known;
        }
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        TagWeights.Word word = weights.word(form);
        kept.put(form, word);
        return word;
    }

    private void tag(int count, String[] tags, int offset) {
        int readings = 1;
        scores[0] = 0;
        for (int i = 0; i < count; i++) {
            sumLocal(i, count);
            int found = 0;
            for (int r = 0; r < readings; r++) {
                int before = i > 0 ? tagAt[i - 1][r] : -1;
                int first = i > 1 ? tagAt[i - 2][fromAt[i - 1][r]] : -1;
                found = extend(i, r, weights.after(first, before), found);
            }
            readings = found;
            System.arraycopy(nextScores, 0, scores, 0, found);
        }
        int reading = 0;
        for (int i = count - 1; i >= 0; i--) {
            tags[offset + i] = weights.tag(tagAt[i][reading]);
            reading = fromAt[i][reading];
        }
    }

    /** What the words say, whatever the tags before. */
    private void sumLocal(int i, int count) {
        double[] self = words[i].self();
        double[] place = weights.at(i);
        for (int t = 0; t < local.length; t++) {
            local[t] = self[t] + place[t];
        }
        if (i > 0) {
            add(words[i - 1].next());
        }
        if (i > 1) {
            add(words[i - 2].afterNext());
        }
        if (i + 1 < count) {
            add(words[i + 1].previous());
        }
        if (i + 2 < count) {
            add(words[i + 2].beforePrevious());
        }
    }

    private void add(double[] more) {
        for (int t = 0; t < local.length; t++) {
            local[t] += more[t];
        }
    }

    /** Puts the continuations of one reading among the best at this place, best first; returns how many there are. */
    private int extend(int i, int reading, double[] history, int found) {
        double normal = 0;
        for (int t = 0; t < sums.length; t++) {
            sums[t] = local[t] + history[t];
            normal += Math.exp(sums[t]);
        }
        double base = scores[reading] - Math.log(normal);
        int count = found;
        for (int t = 0; t < sums.length; t++) {
            double score = base + sums[t];
            if (count == BEAM && score <= nextScores[BEAM - 1]) {
                continue;
            }
            int at = count < BEAM ? count++ : BEAM - 1;
            while (at > 0 && nextScores[at - 1] < score) {
                nextScores[at] = nextScores[at - 1];
                tagAt[i][at] = tagAt[i][at - 1];
                fromAt[i][at] = fromAt[i][at - 1];
                at--;
            }
            nextScores[at] = score;
            tagAt[i][at] = t;
            fromAt[i][at] = reading;
        }
        return count;
    }

    /** The word as the treebank the model comes from writes it: marks are straight there. */
    static String plain(String text, Span word) {
        String form = text.substring(word.start(), Math.min(word.end(), word.start() + LONGEST_WORD));
        if (form.length() == 1) {
            return switch (form.charAt(0)) {
                case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> "\"";
                case '\u2018', '\u2019' -> "'";
                case '\u2013', '\u2014' -> "-";
                default -> form;
            };
        }
        if (form.equals("''") || form.equals("``")) {
            return "\"";
        }
        return form.indexOf('\u2019') < 0 ? form : form.replace('\u2019', '\'');
    }
}
