package org.watchword.bench.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often attributions of a stated confidence are right, in ten bins, and how far the two lie apart. */
final class Reliability {

    private static final int BINS = 10;

    private final int[] count = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] stated = new double[BINS];

    void add(double confidence, boolean isRight) {
        int bin = Math.min(BINS - 1, Math.max(0, (int) (confidence * BINS)));
        count[bin]++;
        right[bin] += isRight ? 1 : 0;
        stated[bin] += confidence;
    }

    /** Expected calibration error: mean distance of the stated confidence from the share that is right, each attribution counting one. */
    double error() {
        int all = 0;
        double apart = 0;
        for (int bin = 0; bin < BINS; bin++) {
            all += count[bin];
            apart += Math.abs(stated[bin] - right[bin]);
        }
        return all == 0 ? 0 : apart / all;
    }

    /** One line for each bin that holds anything, and the error. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "confidence %.1f–%.1f  %4d attributions  stated %.3f  right %.3f",
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        count[bin],
                        stated[bin] / count[bin],
                        (double) right[bin] / count[bin]));
            }
        }
        lines.add(String.format(Locale.ROOT, "calibration error %.3f", error()));
        return lines;
    }
}
