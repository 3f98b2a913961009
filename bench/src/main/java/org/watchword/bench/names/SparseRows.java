package org.watchword.bench.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A matrix of few values, and its shadow in few dimensions. */
final class SparseRows {

    private final int columns;
    private final List<int[]> places = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();

    SparseRows(int columns) {
        this.columns = columns;
    }

    void add(Map<Integer, Double> row) {
        int[] place = new int[row.size()];
        float[] value = new float[row.size()];
        int i = 0;
        for (Map.Entry<Integer, Double> entry : row.entrySet()) {
            place[i] = entry.getKey();
            value[i++] = entry.getValue().floatValue();
        }
        places.add(place);
        values.add(value);
    }

    /**
     * The rows in the directions in which they differ most (truncated singular value decomposition by subspace iteration, Halko,
     * Martinsson and Tropp 2011), each of length 1.
     */
    float[][] reduce(int dimensions, int rounds, long seed) {
        Random random = new Random(seed);
        float[][] basis = new float[columns][dimensions];
        for (float[] row : basis) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        orthonormalize(basis);
        for (int round = 0; round < rounds; round++) {
            basis = back(times(basis), dimensions);
            orthonormalize(basis);
        }
        float[][] reduced = times(basis);
        for (float[] row : reduced) {
            double length = 0;
            for (float v : row) {
                length += v * v;
            }
            float scale = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
            for (int d = 0; d < row.length; d++) {
                row[d] *= scale;
            }
        }
        return reduced;
    }

    private float[][] times(float[][] basis) {
        int dimensions = basis[0].length;
        float[][] product = new float[places.size()][dimensions];
        for (int r = 0; r < product.length; r++) {
            int[] place = places.get(r);
            float[] value = values.get(r);
            for (int k = 0; k < place.length; k++) {
                float[] direction = basis[place[k]];
                for (int d = 0; d < dimensions; d++) {
                    product[r][d] += value[k] * direction[d];
                }
            }
        }
        return product;
    }

    private float[][] back(float[][] rows, int dimensions) {
        float[][] product = new float[columns][dimensions];
        for (int r = 0; r < rows.length; r++) {
            int[] place = places.get(r);
            float[] value = values.get(r);
            for (int k = 0; k < place.length; k++) {
                float[] into = product[place[k]];
                for (int d = 0; d < dimensions; d++) {
                    into[d] += value[k] * rows[r][d];
                }
            }
        }
        return product;
    }

    private static void orthonormalize(float[][] basis) {
        int dimensions = basis[0].length;
        for (int d = 0; d < dimensions; d++) {
            for (int e = 0; e < d; e++) {
                double dot = 0;
                for (float[] row : basis) {
                    dot += row[d] * row[e];
                }
                for (float[] row : basis) {
                    row[d] -= (float) (dot * row[e]);
                }
            }
            double length = 0;
            for (float[] row : basis) {
                length += row[d] * row[d];
            }
            float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-12)));
            for (float[] row : basis) {
                row[d] *= scale;
            }
        }
    }
}
