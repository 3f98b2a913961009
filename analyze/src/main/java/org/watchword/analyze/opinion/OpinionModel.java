package org.watchword.analyze.opinion;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.watchword.model.ContentHash;

/**
 * A maximum-entropy model with three outcomes: a sentence degrades a group, threatens it, or neither, which weighs nothing. Weights are
 * whole numbers of one byte, so that a sum is the same on every machine. It holds no words of its corpora: features are kept by their hash
 * ({@link String#hashCode}, fixed by the Java language). Immutable; loaded once and shared.
 *
 * <p>The file is GZIP of: magic, families of words, weights, calibration, thresholds.
 */
public final class OpinionModel {

    /** The model shipped for English. */
    public static final String ENGLISH = "/org/watchword/analyze/opinion/second-opinion.en.bin";

    /** Outcomes that weigh something. */
    public static final int OUTCOMES = 2;

    public static final int DEGRADES = 0;
    public static final int THREATENS = 1;

    private static final int MAGIC = 0x574F4D31;
    private static final int VERSION_DIGITS = 12;
    private static final double THOUSANDTHS = 1000;

    /**
     * How sums become probabilities, and what follows from them.
     *
     * @param unit what a weight of 1 stands for in natural logarithms of odds
     * @param slope of the calibration (Platt 1999): {@code score = 1 / (1 + exp(-(slope × logit + shift)))}
     * @param shift of the calibration
     * @param candidateFrom a sentence that no rule flagged is a candidate from this score
     * @param doubtBelow a flagged sentence is doubted below this score
     */
    public record Calibration(float unit, double slope, double shift, double candidateFrom, double doubtBelow) {}

    private final WordFamilies families;
    private final int[] keys;
    private final byte[] weights;
    private final Calibration calibration;
    private final String version;

    /**
     * @param keys hashes of features, ascending
     * @param weights of feature {@code k} for outcome {@code o} at {@code k * OUTCOMES + o}, in units
     */
    public OpinionModel(WordFamilies families, int[] keys, byte[] weights, Calibration calibration) {
        this(families, keys, weights, calibration, "");
    }

    private OpinionModel(WordFamilies families, int[] keys, byte[] weights, Calibration calibration, String version) {
        this.families = families;
        this.keys = keys.clone();
        this.weights = weights.clone();
        this.calibration = calibration;
        this.version = version;
    }

    /**
     * Reads a model from the class path.
     *
     * @throws UncheckedIOException when it is missing or damaged
     */
    public static OpinionModel load(String resource) {
        try (InputStream in = OpinionModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("model " + resource + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** @throws IOException when the stream does not hold a model */
    public static OpinionModel read(InputStream stream) throws IOException {
        byte[] file = stream.readAllBytes();
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(file))));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a second-opinion model of this version; train it anew");
        }
        WordFamilies families = WordFamilies.read(in);
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        byte[] weights = new byte[keys.length * OUTCOMES];
        in.readFully(weights);
        Calibration calibration =
                new Calibration(in.readFloat(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        return new OpinionModel(
                families,
                keys,
                weights,
                calibration,
                ContentHash.sha256Hex(file).substring(0, VERSION_DIGITS));
    }

    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(zip);
        out.writeInt(MAGIC);
        families.write(out);
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        out.write(weights);
        out.writeFloat(calibration.unit());
        out.writeDouble(calibration.slope());
        out.writeDouble(calibration.shift());
        out.writeDouble(calibration.candidateFrom());
        out.writeDouble(calibration.doubtBelow());
        out.flush();
        zip.finish();
    }

    /** What a sentence with these features is held to be. */
    public Judgement judge(List<String> features) {
        long[] sums = sums(features);
        double logit = logit(sums, features.size());
        double score = 1 / (1 + StrictMath.exp(-(calibration.slope() * logit + calibration.shift())));
        return new Judgement(Math.round(score * THOUSANDTHS) / THOUSANDTHS, sums[THREATENS] > sums[DEGRADES]);
    }

    /** The odds that it degrades or threatens, as a logarithm, before calibration. */
    public double logit(List<String> features) {
        return logit(sums(features), features.size());
    }

    private long[] sums(List<String> features) {
        long[] sums = new long[OUTCOMES];
        for (String feature : features) {
            int row = Arrays.binarySearch(keys, feature.hashCode());
            for (int outcome = 0; row >= 0 && outcome < OUTCOMES; outcome++) {
                sums[outcome] += weights[row * OUTCOMES + outcome];
            }
        }
        return sums;
    }

    /** How much one of so many features counts: a long sentence has many, and must not be the surer for it. */
    public static float value(int features) {
        return (float) (3 / StrictMath.sqrt(Math.max(1, features)));
    }

    private double logit(long[] sums, int features) {
        double scale = calibration.unit() * (double) value(features);
        double degrades = StrictMath.exp(scale * sums[DEGRADES]);
        double threatens = StrictMath.exp(scale * sums[THREATENS]);
        return StrictMath.log(degrades + threatens);
    }

    /** The same weights under another calibration. */
    public OpinionModel with(Calibration other) {
        return new OpinionModel(families, keys, weights, other);
    }

    /** What it looks at in a sentence. */
    public OpinionFeatures features() {
        return new OpinionFeatures(families);
    }

    public Calibration calibration() {
        return calibration;
    }

    /** Number of features that weigh anything. */
    public int size() {
        return keys.length;
    }

    /** First digits of the SHA-256 of the file it was read from; empty for a model that was never in a file. */
    public String version() {
        return version;
    }
}
