package org.watchword.bench.names;

import java.util.Random;

/** Groups rows of length 1 by direction: spherical k-means. */
final class Clusters {

    private Clusters() {}

    /** @return the cluster of each row, counted from 0; the same for the same seed */
    static int[] of(float[][] rows, int count, int rounds, long seed) {
        Random random = new Random(seed);
        int dimensions = rows[0].length;
        float[][] centres = new float[count][];
        for (int c = 0; c < count; c++) {
            // The rows come by frequency, and frequent words lie where it matters.
            centres[c] = rows[random.nextInt(Math.min(rows.length, count * 6))].clone();
        }
        int[] cluster = new int[rows.length];
        for (int round = 0; round < rounds; round++) {
            for (int r = 0; r < rows.length; r++) {
                cluster[r] = nearest(rows[r], centres);
            }
            float[][] sums = new float[count][dimensions];
            int[] sizes = new int[count];
            for (int r = 0; r < rows.length; r++) {
                sizes[cluster[r]]++;
                for (int d = 0; d < dimensions; d++) {
                    sums[cluster[r]][d] += rows[r][d];
                }
            }
            for (int c = 0; c < count; c++) {
                if (sizes[c] == 0) {
                    centres[c] = rows[random.nextInt(rows.length)].clone();
                } else {
                    centres[c] = unit(sums[c]);
                }
            }
        }
        return cluster;
    }

    private static float[] unit(float[] sum) {
        double length = 0;
        for (float v : sum) {
            length += v * v;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-12)));
        float[] unit = new float[sum.length];
        for (int d = 0; d < sum.length; d++) {
            unit[d] = sum[d] * scale;
        }
        return unit;
    }

    private static int nearest(float[] row, float[][] centres) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float dot = 0;
            float[] centre = centres[c];
            for (int d = 0; d < row.length; d++) {
                dot += row[d] * centre[d];
            }
            if (dot > most) {
                most = dot;
                best = c;
            }
        }
        return best;
    }
}
