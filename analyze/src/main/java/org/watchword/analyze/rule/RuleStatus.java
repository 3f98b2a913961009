package org.watchword.analyze.rule;

import java.util.Locale;

/** How far a rule has been proven. */
public enum RuleStatus {
    /** New: its flags carry a lower score. */
    EXPERIMENTAL(0.6),
    STABLE(0.9),
    /** Kept so that old flags can be explained; it is never tried. */
    DEPRECATED(0);

    private final double score;

    RuleStatus(double score) {
        this.score = score;
    }

    /** What a plain match of such a rule is worth, from 0 to 1. */
    public double score() {
        return score;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
