package org.watchword.bench.names;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.watchword.analyze.name.NameLabel;
import org.watchword.analyze.name.NameModel;
import org.watchword.analyze.name.WordKnowledge;

/**
 * Trains a linear-chain conditional random field by dual averaging with adaptive steps and an L1 penalty (Duchi, Hazan and Singer
 * 2011; Xiao 2010), which leaves most weights at zero. Features are left out at random while learning, so that the model does not lean
 * on single words. The same seed and data give the same model.
 */
final class CrfTrainer {

    private static final int LABELS = NameLabel.COUNT;

    /**
     * @param rate size of the steps
     * @param penalty L1 penalty a sentence
     * @param dropout share of features left out
     * @param rarest features seen less often are not learned
     * @param runs times all is learned, the mean of which is the model
     */
    record Settings(int epochs, double rate, double penalty, double dropout, int rarest, int runs, long seed) {}

    /** @param weight how much the sentence counts */
    record Example(int[][] features, int[] labels, float weight) {}

    private final Settings settings;
    private final int[] keys;
    private final float[] gradient;
    private final float[] square;
    private final float[] weight;
    private final boolean[] allowed = new boolean[LABELS * LABELS];
    private final int transitionBase;
    private long steps;

    private CrfTrainer(Settings settings, int[] keys) {
        this.settings = settings;
        this.keys = keys;
        transitionBase = keys.length * LABELS;
        int size = transitionBase + LABELS * LABELS;
        gradient = new float[size];
        square = new float[size];
        weight = new float[size];
        for (int a = 0; a < LABELS; a++) {
            for (int b = 0; b < LABELS; b++) {
                allowed[a * LABELS + b] = NameLabel.follows(a, b);
            }
        }
    }

    static NameModel train(List<Example> examples, WordKnowledge knowledge, Settings settings) {
        int[] keys = keys(examples.stream().map(Example::features).toList(), settings.rarest);
        int[][][] rows = new int[examples.size()][][];
        for (int e = 0; e < rows.length; e++) {
            rows[e] = rows(examples.get(e).features, keys);
        }
        // Each run has its own order and leaves out other features; their mean errs less than any of them.
        List<CrfTrainer> runs = IntStream.range(0, settings.runs)
                .parallel()
                .mapToObj(run -> {
                    CrfTrainer trainer = new CrfTrainer(settings, keys);
                    trainer.learn(examples, rows, new Random(settings.seed + run));
                    return trainer;
                })
                .toList();
        return mean(runs).model(knowledge);
    }

    private static CrfTrainer mean(List<CrfTrainer> runs) {
        CrfTrainer first = runs.get(0);
        for (int at = 0; at < first.weight.length; at++) {
            double sum = 0;
            for (CrfTrainer run : runs) {
                sum += run.weight[at];
            }
            first.weight[at] = (float) (sum / runs.size());
        }
        return first;
    }

    private void learn(List<Example> examples, int[][][] rows, Random random) {
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            shuffle(order, random);
            double loss = 0;
            for (int e : order) {
                loss += learn(rows[e], examples.get(e).labels, examples.get(e).weight, random);
            }
            System.err.printf("epoch %d: loss %.1f%n", epoch + 1, loss);
        }
        for (int at = 0; at < weight.length; at++) {
            weight[at] = weight(at, at >= transitionBase ? 0 : settings.penalty * steps);
        }
    }

    private static int[] keys(List<int[][]> examples, int rarest) {
        int total = 0;
        for (int[][] example : examples) {
            for (int[] word : example) {
                total += word.length;
            }
        }
        int[] all = new int[total];
        int at = 0;
        for (int[][] example : examples) {
            for (int[] word : example) {
                System.arraycopy(word, 0, all, at, word.length);
                at += word.length;
            }
        }
        Arrays.sort(all);
        int found = 0;
        for (int i = 0; i < total; ) {
            int j = i;
            while (j < total && all[j] == all[i]) {
                j++;
            }
            if (j - i >= rarest) {
                all[found++] = all[i];
            }
            i = j;
        }
        return Arrays.copyOf(all, found);
    }

    private static int[][] rows(int[][] features, int[] keys) {
        int[][] rows = new int[features.length][];
        for (int i = 0; i < rows.length; i++) {
            int[] known = new int[features[i].length];
            int count = 0;
            for (int key : features[i]) {
                int row = Arrays.binarySearch(keys, key);
                if (row >= 0) {
                    known[count++] = row;
                }
            }
            rows[i] = Arrays.copyOf(known, count);
        }
        return rows;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    private double learn(int[][] rows, int[] labels, float importance, Random random) {
        int n = rows.length;
        if (n == 0) {
            return 0;
        }
        steps++;
        float kept = (float) (1 / (1 - settings.dropout));
        int[][] used = new int[n][];
        float[] scale = new float[n];
        double[] emission = new double[n * LABELS];
        for (int i = 0; i < n; i++) {
            used[i] = drop(rows[i], random);
            scale[i] = used[i].length == rows[i].length ? 1 : kept;
            for (int row : used[i]) {
                int base = row * LABELS;
                for (int l = 0; l < LABELS; l++) {
                    emission[i * LABELS + l] += weight[base + l] * scale[i];
                }
            }
        }
        double[] alpha = forward(emission, n);
        double[] beta = backward(emission, n);
        double z = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < LABELS; l++) {
            if (allowed[l * LABELS]) {
                z = logSum(z, alpha[(n - 1) * LABELS + l]);
            }
        }
        double score = 0;
        for (int i = 0; i < n; i++) {
            score += emission[i * LABELS + labels[i]];
            score += weight[transitionBase + (i == 0 ? 0 : labels[i - 1]) * LABELS + labels[i]];
            double[] delta = new double[LABELS];
            for (int l = 0; l < LABELS; l++) {
                delta[l] = Math.exp(alpha[i * LABELS + l] + beta[i * LABELS + l] - z);
            }
            delta[labels[i]] -= 1;
            for (int l = 0; l < LABELS; l++) {
                if (Math.abs(delta[l]) > 1e-4) {
                    float g = (float) delta[l] * scale[i] * importance;
                    for (int row : used[i]) {
                        update(row * LABELS + l, g);
                    }
                }
            }
        }
        transitions(emission, alpha, beta, z, labels, importance);
        return (z - score) * importance;
    }

    private void transitions(
            double[] emission, double[] alpha, double[] beta, double z, int[] labels, float importance) {
        int n = labels.length;
        double[] expected = new double[LABELS * LABELS];
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < LABELS; b++) {
                for (int a = 0; a < (i == 0 ? 1 : LABELS); a++) {
                    if (allowed[a * LABELS + b]) {
                        double before = i == 0 ? 0 : alpha[(i - 1) * LABELS + a];
                        expected[a * LABELS + b] += Math.exp(before
                                + weight[transitionBase + a * LABELS + b]
                                + emission[i * LABELS + b]
                                + beta[i * LABELS + b]
                                - z);
                    }
                }
            }
            expected[(i == 0 ? 0 : labels[i - 1]) * LABELS + labels[i]] -= 1;
        }
        for (int t = 0; t < expected.length; t++) {
            if (Math.abs(expected[t]) > 1e-4) {
                update(transitionBase + t, (float) expected[t] * importance);
            }
        }
    }

    private int[] drop(int[] rows, Random random) {
        // What can be no name has little else to know it by.
        if (settings.dropout <= 0 || rows.length <= 1) {
            return rows;
        }
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (random.nextFloat() >= settings.dropout) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private double[] forward(double[] emission, int n) {
        double[] alpha = new double[n * LABELS];
        for (int l = 0; l < LABELS; l++) {
            alpha[l] = allowed[l] ? emission[l] + weight[transitionBase + l] : Double.NEGATIVE_INFINITY;
        }
        for (int i = 1; i < n; i++) {
            for (int b = 0; b < LABELS; b++) {
                double sum = Double.NEGATIVE_INFINITY;
                for (int a = 0; a < LABELS; a++) {
                    if (allowed[a * LABELS + b]) {
                        sum = logSum(sum, alpha[(i - 1) * LABELS + a] + weight[transitionBase + a * LABELS + b]);
                    }
                }
                alpha[i * LABELS + b] = sum + emission[i * LABELS + b];
            }
        }
        return alpha;
    }

    /** What follows a label, the label's own emission left out. */
    private double[] backward(double[] emission, int n) {
        double[] beta = new double[n * LABELS];
        for (int l = 0; l < LABELS; l++) {
            beta[(n - 1) * LABELS + l] = allowed[l * LABELS] ? 0 : Double.NEGATIVE_INFINITY;
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int a = 0; a < LABELS; a++) {
                double sum = Double.NEGATIVE_INFINITY;
                for (int b = 0; b < LABELS; b++) {
                    if (allowed[a * LABELS + b]) {
                        sum = logSum(
                                sum,
                                weight[transitionBase + a * LABELS + b]
                                        + emission[(i + 1) * LABELS + b]
                                        + beta[(i + 1) * LABELS + b]);
                    }
                }
                beta[i * LABELS + a] = sum;
            }
        }
        return beta;
    }

    private static double logSum(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return low == Double.NEGATIVE_INFINITY || low < high - 30 ? high : high + Math.log1p(Math.exp(low - high));
    }

    private void update(int at, float g) {
        gradient[at] += g;
        square[at] += g * g;
        weight[at] = weight(at, at >= transitionBase ? 0 : settings.penalty * steps);
    }

    private float weight(int at, double threshold) {
        double excess = Math.abs(gradient[at]) - threshold;
        if (excess <= 0) {
            return 0;
        }
        return (float) (-Math.signum(gradient[at]) * settings.rate * excess / (1 + Math.sqrt(square[at])));
    }

    private NameModel model(WordKnowledge knowledge) {
        float largest = 0;
        for (int at = 0; at < weight.length; at++) {
            if (at < transitionBase) {
                largest = Math.max(largest, Math.abs(weight[at]));
            }
        }
        // Rare large weights are cut rather than let them coarsen all others.
        float unit = Math.min(largest, 2.5f) / 127;
        int[] used = new int[keys.length];
        byte[] bytes = new byte[keys.length * LABELS];
        int count = 0;
        for (int k = 0; k < keys.length; k++) {
            boolean any = false;
            for (int l = 0; l < LABELS; l++) {
                int units = Math.max(-127, Math.min(127, Math.round(weight[k * LABELS + l] / unit)));
                bytes[count * LABELS + l] = (byte) units;
                any |= units != 0;
            }
            if (any) {
                used[count++] = keys[k];
            }
        }
        int[] transitions = new int[LABELS * LABELS];
        for (int t = 0; t < transitions.length; t++) {
            transitions[t] = Math.round(weight[transitionBase + t] / unit);
        }
        System.err.printf("%d of %d features weigh something; largest weight %.2f%n", count, keys.length, largest);
        return new NameModel(
                knowledge, unit, transitions, Arrays.copyOf(used, count), Arrays.copyOf(bytes, count * LABELS));
    }
}
