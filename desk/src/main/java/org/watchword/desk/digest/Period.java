package org.watchword.desk.digest;

import java.time.Instant;

/**
 * The time one issue covers.
 *
 * @param number of the issue; 0 for one made by hand that is not counted
 * @param since nothing captured earlier is told, however late it came
 * @param from first moment of capture
 * @param to the moment it covers up to
 */
public record Period(int number, Instant since, Instant from, Instant to) {

    /** A stretch by itself: what came late for others is none of its business. */
    public static Period alone(Instant from, Instant to) {
        return new Period(0, from, from, to);
    }

    /** Whether statements told in it are kept in mind. */
    boolean isCounted() {
        return number > 0;
    }
}
