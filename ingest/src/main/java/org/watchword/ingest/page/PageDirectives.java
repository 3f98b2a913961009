package org.watchword.ingest.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/**
 * What a page asks of robots, in {@code <meta name="robots">}, in a tag that names the crawler, or in {@code X-Robots-Tag} headers. All that
 * is said to us counts together, so the stricter word wins.
 *
 * @param noindex not to be found by searching; also said by {@code none}
 * @param nofollow its links are not to be followed; also said by {@code none}
 * @param noarchive no copy is to be kept; also said by {@code nocache}
 * @param unavailableAfter from when on it is not to be found; absent when it does not say
 */
public record PageDirectives(
        boolean noindex,
        boolean nofollow,
        boolean noarchive,
        @Nullable Instant unavailableAfter) {

    /** Nothing asked. */
    public static final PageDirectives NONE = new PageDirectives(false, false, false, null);

    /** Directives that are written with a colon, which elsewhere ends the name of a crawler. */
    private static final Set<String> WITH_VALUE =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    /** RFC 822, RFC 850 and ISO 8601, as the search engines take them. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            format("[EEEE, ][EEE, ]d MMM yyyy HH:mm[:ss] [z][Z]"),
            format("[EEEE, ][EEE, ]d-MMM-yy HH:mm[:ss] [z][Z]"),
            format("[EEEE, ][EEE, ]d-MMM-yyyy HH:mm[:ss] [z][Z]"),
            format("yyyy-MM-dd HH:mm[:ss] [z][Z]"),
            DateTimeFormatter.ISO_LOCAL_DATE);

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /**
     * Reads what is said to one crawler.
     *
     * @param headers values of {@code X-Robots-Tag}, one per header, each with or without a crawler's name before it
     * @param tags contents of the meta tags that speak to the crawler
     * @param agent the crawler's product token
     */
    public static PageDirectives of(List<String> headers, List<String> tags, String agent) {
        PageDirectives all = NONE;
        for (String tag : tags) {
            all = all.and(list(tag));
        }
        for (String header : headers) {
            all = all.and(header(header, agent));
        }
        return all;
    }

    private static PageDirectives header(String value, String agent) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? "" : LowerCase.of(value.substring(0, colon).strip());
        if (colon < 0 || name.contains(",") || name.contains(" ") || WITH_VALUE.contains(name)) {
            return list(value);
        }
        boolean ours = name.equals("robots") || name.equals("*") || name.equals(LowerCase.of(agent));
        return ours ? list(value.substring(colon + 1)) : NONE;
    }

    private static PageDirectives list(String value) {
        PageDirectives all = NONE;
        String[] parts = value.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            String directive = LowerCase.of(parts[i].strip());
            if (directive.startsWith("unavailable_after")) {
                // A date may hold a comma itself.
                String more = i + 1 < parts.length ? parts[i] + "," + parts[i + 1] : parts[i];
                Instant from = date(parts[i]);
                from = from == null ? date(more) : from;
                all = all.and(new PageDirectives(false, false, false, from));
            } else {
                all = all.and(one(directive));
            }
        }
        return all;
    }

    private static PageDirectives one(String directive) {
        return switch (directive) {
            case "noindex" -> new PageDirectives(true, false, false, null);
            case "nofollow" -> new PageDirectives(false, true, false, null);
            case "none" -> new PageDirectives(true, true, false, null);
            case "noarchive", "nocache" -> new PageDirectives(false, false, true, null);
            default -> NONE;
        };
    }

    private PageDirectives and(PageDirectives other) {
        Instant earlier = unavailableAfter;
        if (earlier == null || other.unavailableAfter != null && other.unavailableAfter.isBefore(earlier)) {
            earlier = other.unavailableAfter;
        }
        return new PageDirectives(
                noindex || other.noindex, nofollow || other.nofollow, noarchive || other.noarchive, earlier);
    }

    /** A date that cannot be read says nothing. */
    private static @Nullable Instant date(String directive) {
        int colon = directive.indexOf(':');
        String written = directive.substring(colon + 1).strip();
        for (DateTimeFormatter format : DATES) {
            try {
                TemporalAccessor read = format.parseBest(written, ZonedDateTime::from, LocalDate::from);
                return read instanceof ZonedDateTime time
                        ? time.toInstant()
                        : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }
}
