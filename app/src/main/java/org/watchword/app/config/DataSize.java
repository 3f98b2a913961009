package org.watchword.app.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param bytes never negative
 */
public record DataSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?) ?([A-Za-z]+)");
    private static final Map<String, Long> UNITS = Map.of(
            "b",
            1L,
            "kib",
            1L << 10,
            "mib",
            1L << 20,
            "gib",
            1L << 30,
            "tib",
            1L << 40,
            "kb",
            1_000L,
            "mb",
            1_000_000L,
            "gb",
            1_000_000_000L,
            "tb",
            1_000_000_000_000L);

    /**
     * Reads {@code "10 MiB"}: a number and one of B, KiB, MiB, GiB, TiB (powers of 1024), kB, MB, GB, TB (powers of 1000).
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static DataSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            Long unit = UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT));
            if (unit != null) {
                try {
                    return new DataSize(new BigDecimal(matcher.group(1))
                            .multiply(BigDecimal.valueOf(unit))
                            .longValueExact());
                } catch (ArithmeticException e) {
                    throw new IllegalArgumentException("'" + text + "' is not a whole number of bytes", e);
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a size; write a number and a unit, like '10 MiB'");
    }

    /** Whole mebibytes, rounded down. */
    public long mebibytes() {
        return bytes >> 20;
    }

    /** The largest binary unit that gives a whole number. */
    @Override
    public String toString() {
        String[] names = {"B", "KiB", "MiB", "GiB", "TiB"};
        long amount = bytes;
        int unit = 0;
        while (amount > 0 && amount % 1024 == 0 && unit < names.length - 1) {
            amount /= 1024;
            unit++;
        }
        return amount + " " + names[unit];
    }
}
