package org.watchword.ingest.discover;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.ZoneText;
import org.watchword.model.LowerCase;

/**
 * Dates as feeds and sitemaps write them: RFC 822 with its many misspellings (no weekday, long month names, two-digit years, zone
 * names) and ISO 8601 in the lengths of the W3C note, down to the year. A time without zone is UTC; a date without time is its first
 * moment. What cannot be read with certainty is no date.
 */
final class FeedDate {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2})(?:[Tt ](\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(\\S+)?)?)?)?");
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})(?:,?\\s+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?\\s*(\\S+)?)?(?:\\s*\\(.*\\))?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private FeedDate() {}

    static @Nullable Instant of(@Nullable String written) {
        if (written == null || written.length() > 100) {
            return null;
        }
        String date = written.strip();
        try {
            Matcher iso = ISO.matcher(date);
            if (iso.matches()) {
                return instant(number(iso, 1, 0), number(iso, 2, 1), number(iso, 3, 1), iso, 4, iso.group(7));
            }
            Matcher rfc = RFC_822.matcher(date);
            if (rfc.matches()) {
                int month = 1 + MONTHS.indexOf(LowerCase.of(rfc.group(2)).substring(0, 3));
                return month == 0 ? null : instant(year(rfc.group(3)), month, number(rfc, 1, 1), rfc, 4, rfc.group(7));
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private static @Nullable Instant instant(
            int year, int month, int day, Matcher time, int hourGroup, @Nullable String zone) {
        ZoneOffset offset =
                zone == null ? ZoneOffset.UTC : ZoneText.offset(zone).orElse(null);
        if (offset == null || year < 1900) {
            return null;
        }
        int hour = number(time, hourGroup, 0);
        // 24:00 is the next midnight; a leap second counts as the last of its minute.
        LocalTime clock =
                LocalTime.of(hour % 24, number(time, hourGroup + 1, 0), Math.min(59, number(time, hourGroup + 2, 0)));
        return LocalDateTime.of(LocalDate.of(year, month, day), clock)
                .plusDays(hour / 24)
                .toInstant(offset);
    }

    private static int number(Matcher m, int group, int otherwise) {
        return m.group(group) == null ? otherwise : Integer.parseInt(m.group(group));
    }

    /** RFC 2822, 4.3: two digits below 50 are of this century. */
    private static int year(String written) {
        int year = Integer.parseInt(written);
        return written.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }
}
