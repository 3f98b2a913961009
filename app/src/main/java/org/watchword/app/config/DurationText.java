package org.watchword.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How lengths of time are written in the configuration. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d+) ?(ms|s|min|m|h|d)");

    private DurationText() {}

    /**
     * Reads {@code "10 s"} (ms, s, min, h, d) or ISO 8601 ({@code PT10S}).
     *
     * @throws IllegalArgumentException when it is anything else, or negative
     */
    static Duration parse(String text) {
        String trimmed = text.strip();
        Matcher matcher = FORM.matcher(trimmed.toLowerCase(Locale.ROOT));
        try {
            if (matcher.matches()) {
                long amount = Long.parseLong(matcher.group(1));
                return switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofMinutes(amount);
                };
            }
            Duration iso = Duration.parse(trimmed);
            if (!iso.isNegative()) {
                return iso;
            }
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw notADuration(text, e);
        }
        throw notADuration(text, null);
    }

    private static IllegalArgumentException notADuration(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is not a length of time; write a number and a unit, like '10 s' (ms, s, min, h, d)",
                cause);
    }
}
