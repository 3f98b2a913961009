package org.watchword.analyze.name;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A trained model of names: what is known of words, and the weight of every feature for every label. Weights are whole numbers of
 * one byte in units of {@link #unit()}, so that a sum is the same on every machine. Immutable; loaded once and shared.
 *
 * <p>The file is GZIP of: magic, word knowledge, unit, transition weights, feature hashes in ascending order, weights label by label.
 */
public final class NameModel {

    /** The model shipped for English. */
    public static final String ENGLISH = "/org/watchword/analyze/name/names.en.bin";

    private static final int MAGIC = 0x574E4D31;
    private static final int LABELS = NameLabel.COUNT;

    private final WordKnowledge knowledge;
    private final float unit;
    private final int[] transitions;
    private final int[] keys;
    private final byte[] weights;
    private final int[] slots;
    private final int bits;

    /**
     * @param transitions weight of label {@code b} after label {@code a} at {@code a * COUNT + b}, in units
     * @param keys feature hashes, ascending
     * @param weights of feature {@code k} for label {@code b} at {@code k * COUNT + b}, in units
     */
    public NameModel(WordKnowledge knowledge, float unit, int[] transitions, int[] keys, byte[] weights) {
        this.knowledge = knowledge;
        this.unit = unit;
        this.transitions = transitions.clone();
        this.keys = keys;
        this.weights = weights;
        bits = 34 - Integer.numberOfLeadingZeros(Math.max(16, keys.length));
        slots = new int[1 << bits];
        Arrays.fill(slots, -1);
        for (int row = 0; row < keys.length; row++) {
            int slot = slot(keys[row]);
            while (slots[slot] >= 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = row;
        }
    }

    /**
     * Reads the model from the class path.
     *
     * @throws UncheckedIOException when it is missing or damaged
     */
    public static NameModel load(String resource) {
        try (InputStream in = NameModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("name model " + resource + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** @throws IOException when the stream does not hold a model */
    public static NameModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a name model of this version; train it anew");
        }
        WordKnowledge knowledge = WordKnowledge.read(in);
        float unit = in.readFloat();
        int[] transitions = new int[LABELS * LABELS];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readInt();
        }
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        byte[] column = new byte[keys.length];
        byte[] weights = new byte[keys.length * LABELS];
        for (int label = 0; label < LABELS; label++) {
            in.readFully(column);
            for (int i = 0; i < keys.length; i++) {
                weights[i * LABELS + label] = column[i];
            }
        }
        return new NameModel(knowledge, unit, transitions, keys, weights);
    }

    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(zip);
        out.writeInt(MAGIC);
        knowledge.write(out);
        out.writeFloat(unit);
        for (int transition : transitions) {
            out.writeInt(transition);
        }
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        byte[] column = new byte[keys.length];
        for (int label = 0; label < LABELS; label++) {
            for (int i = 0; i < keys.length; i++) {
                column[i] = weights[i * LABELS + label];
            }
            out.write(column);
        }
        out.flush();
        zip.finish();
    }

    public WordKnowledge knowledge() {
        return knowledge;
    }

    /** What a weight of 1 stands for in natural logarithms of odds. */
    public float unit() {
        return unit;
    }

    /** Number of features that weigh anything. */
    public int size() {
        return keys.length;
    }

    int transition(int before, int after) {
        return transitions[before * LABELS + after];
    }

    /** Adds what a feature says of each label. */
    void addTo(int[] sums, int offset, int key) {
        for (int slot = slot(key); slots[slot] >= 0; slot = slot + 1 & slots.length - 1) {
            int row = slots[slot];
            if (keys[row] == key) {
                int base = row * LABELS;
                for (int label = 0; label < LABELS; label++) {
                    sums[offset + label] += weights[base + label];
                }
                return;
            }
        }
    }

    private int slot(int key) {
        return key * 0x9E3779B1 >>> 32 - bits;
    }
}
