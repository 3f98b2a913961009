package org.watchword.bench.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A vocabulary of invented words whose frequencies fall as in any language (Zipf's law, exponent 1): the first word is in most sentences,
 * the last in hardly any. The same seed gives the same words.
 */
final class MadeUpWords {

    private static final String[] ONSETS = {
        "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ou"};

    private final List<String> words;
    private final double[] cumulated;

    MadeUpWords(int size, Random random) {
        this.words = new ArrayList<>(size);
        this.cumulated = new double[size];
        double sum = 0;
        for (int rank = 1; rank <= size; rank++) {
            words.add(word(rank, random));
            sum += 1.0 / rank;
            cumulated[rank - 1] = sum;
        }
    }

    /** Of this rank, from 0; the higher, the rarer. */
    String ranked(int rank) {
        return words.get(rank);
    }

    int size() {
        return words.size();
    }

    /** By its frequency. */
    String next(Random random) {
        double wanted = random.nextDouble() * cumulated[cumulated.length - 1];
        int at = Arrays.binarySearch(cumulated, wanted);
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }

    String sentence(int length, Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            sentence.append(i == 0 ? "" : " ").append(next(random));
        }
        return sentence.append('.').toString();
    }

    /** Its rank makes it unlike any other. */
    private static String word(int rank, Random random) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank; rest > 0; rest /= ONSETS.length) {
            word.append(ONSETS[rest % ONSETS.length]).append(VOWELS[random.nextInt(VOWELS.length)]);
        }
        return word.toString();
    }
}
