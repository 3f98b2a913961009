package org.watchword.desk.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * An end of a date range as it was written: a year {@code 2031}, month {@code 2031-05}, day {@code 2031-05-17} (each in UTC) or
 * instant {@code 2031-05-17T08:30:00Z} (ISO 8601). A year, month or day given as the range's end is included whole; an instant is
 * not.
 *
 * @param written as it stands in the address
 * @param start the first moment it covers
 * @param end the first moment after it; the same as {@code start} for an instant
 */
public record DateBound(String written, Instant start, Instant end) {

    private static final int LONGEST = 40;

    /** @throws BadParameterException when {@code written} is none of the four forms, or outside the years 1 to 9999 */
    public static DateBound parse(String parameter, String written) {
        try {
            if (written.length() <= LONGEST) {
                DateBound bound = read(written);
                int year = bound.start.atZone(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return bound;
                }
            }
        } catch (DateTimeException e) {
            throw refused(parameter, written);
        }
        throw refused(parameter, written);
    }

    /** The first day it covers, in UTC. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** The last day it covers, in UTC. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(end.isAfter(start) ? end.minusNanos(1) : end, ZoneOffset.UTC);
    }

    private static DateBound read(String written) {
        if (written.indexOf('T') >= 0) {
            Instant at = OffsetDateTime.parse(written).toInstant();
            return new DateBound(written, at, at);
        }
        return switch (written.length()) {
            case 4 ->
                days(
                        written,
                        Year.parse(written).atDay(1),
                        Year.parse(written).plusYears(1).atDay(1));
            case 7 ->
                days(
                        written,
                        YearMonth.parse(written).atDay(1),
                        YearMonth.parse(written).plusMonths(1).atDay(1));
            default ->
                days(written, LocalDate.parse(written), LocalDate.parse(written).plusDays(1));
        };
    }

    private static DateBound days(String written, LocalDate first, LocalDate next) {
        return new DateBound(
                written,
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                next.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static BadParameterException refused(String parameter, String written) {
        return new BadParameterException(
                "'" + parameter + "' must be a date such as 2031-05-17, a month such as 2031-05, a year"
                        + " or an instant such as 2031-05-17T08:30:00Z, not '" + Excerpt.of(written) + "'");
    }
}
