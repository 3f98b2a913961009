package org.watchword.desk.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule or category was right, of the statements that were decided on.
 *
 * @param key rule or category id
 * @param right statements whose flags were confirmed
 * @param wrong statements of which one was not
 * @param open statements on which reviewers differ, or cannot tell; not in the shares
 * @param share right of right and wrong, 0 to 1; null when there are none
 * @param low lower end of Wilson's 95 % interval (Wilson 1927, JASA 22); null when there are none
 * @param high upper end
 */
@JsonPropertyOrder({"key", "right", "wrong", "open", "share", "low", "high"})
public record Precision(
        String key,
        long right,
        long wrong,
        long open,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high) {

    /** Two-sided 95 % of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public static Precision of(String key, long right, long wrong, long open) {
        long all = right + wrong;
        if (all == 0) {
            return new Precision(key, right, wrong, open, null, null, null);
        }
        double share = (double) right / all;
        double middle = share + Z * Z / (2 * all);
        double reach = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        double scale = 1 + Z * Z / all;
        return new Precision(
                key,
                right,
                wrong,
                open,
                share,
                Math.max(0, (middle - reach) / scale),
                Math.min(1, (middle + reach) / scale));
    }
}
