package org.watchword.bench.flags;

import java.util.Locale;

/**
 * A share of a number of trials, with the interval it leaves open.
 *
 * @param hits trials that came out so
 * @param of all trials
 */
public record Share(int hits, int of) {

    private static final double Z = 1.959963984540054;

    /** The lower end of Wilson's 95 % interval (Wilson 1927, JASA 22): right for small numbers and shares near 0 or 1, too. */
    public double low() {
        return bound(-1);
    }

    /** The upper end. */
    public double high() {
        return bound(1);
    }

    public double value() {
        return of == 0 ? 0 : (double) hits / of;
    }

    private double bound(int side) {
        if (of == 0) {
            return side < 0 ? 0 : 1;
        }
        double p = value();
        double z2 = Z * Z;
        double middle = p + z2 / (2 * of);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
        return Math.min(1, Math.max(0, (middle + side * half) / (1 + z2 / of)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d/%d = %.3f [%.3f, %.3f]", hits, of, value(), low(), high());
    }
}
