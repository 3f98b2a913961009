package org.watchword.bench.opinion;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fits {@code 1 / (1 + exp(-(slope × logit + shift)))} to held-back examples by Newton's method (Platt 1999, with the targets drawn
 * in a little that Lin, Lin and Weng 2007 recommend).
 *
 * @param slope factor of the logit
 * @param shift what is added
 */
record PlattScaling(double slope, double shift) {

    private static final int STEPS = 50;
    private static final double RIDGE = 1e-9;

    static PlattScaling fit(List<Example> examples, ToDoubleFunction<Example> logit) {
        double[] x = examples.stream().mapToDouble(logit).toArray();
        boolean[] positive = new boolean[x.length];
        int positives = 0;
        for (int i = 0; i < x.length; i++) {
            positive[i] = examples.get(i).positive();
            positives += positive[i] ? 1 : 0;
        }
        double high = (positives + 1.0) / (positives + 2);
        double low = 1.0 / (x.length - positives + 2);
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = RIDGE;
            for (int i = 0; i < x.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * x[i] + shift)));
                double error = p - (positive[i] ? high : low);
                double spread = Math.max(p * (1 - p), RIDGE);
                ga += error * x[i];
                gb += error;
                haa += spread * x[i] * x[i];
                hab += spread * x[i];
                hbb += spread;
            }
            double determinant = haa * hbb - hab * hab;
            slope -= (hbb * ga - hab * gb) / determinant;
            shift -= (haa * gb - hab * ga) / determinant;
        }
        return new PlattScaling(slope, shift);
    }
}
