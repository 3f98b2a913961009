package org.watchword.analyze.rule;

/** What belongs to two numbers together. Not to be changed while others read it. */
final class PairTable {

    private static final int[] NOTHING = {};
    private static final int SMALLEST = 16;
    /** Spreads neighbouring numbers: the golden ratio in 64 bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int INTEGER_BITS = 32;

    /** The pairs, plus one, so that 0 is a free place. */
    private final long[] pairs;

    private final int[][] values;

    /** @param most how many pairs will be put */
    PairTable(int most) {
        int size = SMALLEST;
        while (size < 2L * most) {
            size *= 2;
        }
        pairs = new long[size];
        values = new int[size][];
    }

    void put(int first, int second, int[] value) {
        int place = place(pair(first, second));
        pairs[place] = pair(first, second);
        values[place] = value;
    }

    /** Nothing when none were put. */
    int[] get(int first, int second) {
        long pair = pair(first, second);
        int place = place(pair);
        return pairs[place] == pair ? values[place] : NOTHING;
    }

    private static long pair(int first, int second) {
        return ((long) first << INTEGER_BITS | second) + 1;
    }

    /** Where a pair stands, or the free place it would take. */
    private int place(long pair) {
        int place = (int) (pair * SPREAD >>> INTEGER_BITS) & pairs.length - 1;
        while (pairs[place] != 0 && pairs[place] != pair) {
            place = place + 1 & pairs.length - 1;
        }
        return place;
    }
}
