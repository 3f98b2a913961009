package org.watchword.analyze.name;

/** Hashes of words and features. Fixed for good: the numbers stand in model files. */
final class Hash {

    private static final int SEED = 0x2F1B3A75;

    private Hash() {}

    /** A word in lower case with every digit as 0, so that years are one word. */
    static int folded(String word, int start, int end) {
        int h = SEED;
        for (int i = start; i < end; i++) {
            char c = word.charAt(i);
            c = c < 128 ? ascii(c) : Character.toLowerCase(c);
            h = step(h, c);
        }
        return mix(h);
    }

    /** A word as it stands. */
    static int exact(String word) {
        int h = SEED;
        for (int i = 0; i < word.length(); i++) {
            h = step(h, word.charAt(i));
        }
        return mix(h);
    }

    /** Goes on from the hash of the words before to that of the words with one more. */
    static int join(int before, int word) {
        return mix(before * 31 + word);
    }

    static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    private static int step(int h, char c) {
        return (h ^ c) * 0x01000193;
    }

    private static char ascii(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + 32);
        }
        return c >= '0' && c <= '9' ? '0' : c;
    }
}
