package org.watchword.analyze.name;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of words before any text is read: the lists they stand in, and the clusters of words used like them. Words and
 * phrases are kept as hashes of their folded form, 32 bits each; among 200,000 entries a foreign word finds one by accident once in
 * 20,000 times. Immutable.
 */
public final class WordKnowledge {

    /** Lists a word or phrase may stand in, as bits. */
    public static final int GIVEN = 1;

    public static final int SURNAME = 1 << 1;
    public static final int PLACE = 1 << 2;
    public static final int COUNTRY = 1 << 3;
    public static final int GROUP = 1 << 4;
    public static final int ORGANIZATION = 1 << 5;
    public static final int ORGANIZATION_HEAD = 1 << 6;
    public static final int PLACE_HEAD = 1 << 7;
    public static final int TITLE = 1 << 8;

    /** Written small nearly always. */
    public static final int COMMON = 1 << 9;

    /** Written with a capital nearly always. */
    public static final int CAPITAL = 1 << 10;

    /** A word of a longer place name. */
    public static final int PLACE_WORD = 1 << 11;

    public static final int SPEAKER = 1 << 12;

    /** A longer listed phrase begins with these words. */
    static final int PREFIX = 1 << 15;

    /** Kinds of list that hold whole names, in the order their matches are told to the features. */
    static final int WHOLE = PLACE | COUNTRY | GROUP | ORGANIZATION | SPEAKER;

    /** Number of clusterings, from coarse to fine. */
    public static final int CLUSTERINGS = 3;

    private static final int WIDTH = 1 + CLUSTERINGS;

    private final int[] keys;
    private final short[] values;
    private final int bits;

    private WordKnowledge(Map<Integer, short[]> entries) {
        bits = 33 - Integer.numberOfLeadingZeros(Math.max(16, entries.size()));
        keys = new int[1 << bits];
        values = new short[WIDTH << bits];
        for (Map.Entry<Integer, short[]> entry : entries.entrySet()) {
            int slot = slot(entry.getKey());
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = entry.getKey();
            System.arraycopy(entry.getValue(), 0, values, slot * WIDTH, WIDTH);
        }
    }

    private int slot(int key) {
        return key * 0x9E3779B1 >>> 32 - bits;
    }

    /** Where a word's entry lies; -1 when nothing is known of it. */
    int find(int key) {
        for (int slot = slot(key); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return slot * WIDTH;
            }
        }
        return -1;
    }

    /** The lists of the entry at {@code place}; none at -1. */
    int lists(int place) {
        return place < 0 ? 0 : values[place] & 0xFFFF;
    }

    /** The cluster of the entry at {@code place}, counted from 1; 0 when it has none. */
    int cluster(int place, int clustering) {
        return place < 0 ? 0 : values[place + 1 + clustering] & 0xFFFF;
    }

    /** Writes all that is known, in the order of the hashes. */
    public void write(DataOutputStream out) throws IOException {
        TreeMap<Integer, Integer> sorted = new TreeMap<>();
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                sorted.put(keys[slot], slot);
            }
        }
        out.writeInt(sorted.size());
        for (int key : sorted.keySet()) {
            out.writeInt(key);
        }
        for (int column = 0; column < WIDTH; column++) {
            for (int slot : sorted.values()) {
                out.writeShort(values[slot * WIDTH + column]);
            }
        }
    }

    /** @throws IOException when the stream ends too early */
    public static WordKnowledge read(DataInputStream in) throws IOException {
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        short[][] rows = new short[keys.length][WIDTH];
        for (int column = 0; column < WIDTH; column++) {
            for (short[] row : rows) {
                row[column] = in.readShort();
            }
        }
        Map<Integer, short[]> entries = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            entries.put(keys[i], rows[i]);
        }
        return new WordKnowledge(entries);
    }

    /** Gathers lists and clusters. */
    public static final class Builder {

        private final Map<Integer, short[]> entries = new TreeMap<>();

        /** Puts a name of one or more words, separated by single spaces, into lists. */
        public Builder list(String name, int lists) {
            String[] words = name.split(" ");
            int key = 0;
            for (int i = 0; i < words.length; i++) {
                int word = Hash.folded(words[i], 0, words[i].length());
                key = i == 0 ? word : Hash.join(key, word);
                entry(key)[0] |= (short) (i < words.length - 1 ? PREFIX : lists);
            }
            return this;
        }

        /** @param clusters one for each clustering, counted from 1 */
        public Builder clusters(String word, int... clusters) {
            short[] entry = entry(Hash.folded(word, 0, word.length()));
            for (int i = 0; i < CLUSTERINGS; i++) {
                entry[1 + i] = (short) clusters[i];
            }
            return this;
        }

        public WordKnowledge build() {
            return new WordKnowledge(entries);
        }

        private short[] entry(int key) {
            // 0 marks a free slot of the table.
            return entries.computeIfAbsent(key == 0 ? 1 : key, k -> new short[WIDTH]);
        }
    }
}
