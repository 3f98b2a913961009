package org.watchword.index;

import java.time.Duration;
import java.util.List;

/** How many inputs are written before they are committed: halved when that took too long, doubled when it was quick. */
final class Portion {

    private static final Duration TOO_LONG = Duration.ofSeconds(30);
    private static final Duration QUICK = Duration.ofSeconds(5);

    private final int most;
    private int size;

    Portion(int most) {
        this.most = Math.max(1, most);
        this.size = this.most;
    }

    /** The portion of a list that begins at a place; empty at its end. */
    <T> List<T> of(List<T> inputs, int from) {
        return inputs.subList(from, Math.min(inputs.size(), from + size));
    }

    /** To be told how long the last portion took. */
    void took(Duration time) {
        if (time.compareTo(TOO_LONG) > 0) {
            size = Math.max(1, size / 2);
        } else if (time.compareTo(QUICK) < 0) {
            size = Math.min(most, size * 2);
        }
    }
}
