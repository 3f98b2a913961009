package org.watchword.ingest.source;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a source's lists are followed.
 *
 * @param pages most pages of one list that are read in a pass, by its links to the next; reading ends earlier at a page that holds
 *     nothing new; default 1
 * @param next CSS selector of the link to the next page of a list; absent for {@code rel=next}
 * @param maxAge pages and sitemaps that the list dates earlier than this long ago are left alone; absent for no limit
 * @param archive addresses of older lists, with {@code {yyyy}}, {@code {MM}} and {@code {dd}} where the date stands
 * @param backfill what of the past is collected besides; absent for nothing
 */
public record Walk(
        int pages,
        @Nullable String next,
        @Nullable Duration maxAge,
        List<String> archive,
        @Nullable Range backfill) {

    /** One page of each list, whatever its age. */
    public static final Walk DEFAULT = new Walk(1, null, null, List.of(), null);

    public Walk {
        archive = List.copyOf(archive);
        if (pages < 1) {
            throw new IllegalArgumentException("at least one page of a list is read: " + pages);
        }
    }

    public Walk withBackfill(Range range) {
        return new Walk(pages, next, maxAge, archive, range);
    }

    /**
     * A stretch of days.
     *
     * @param from first day
     * @param to last day; absent for today, whenever that is
     */
    public record Range(LocalDate from, @Nullable LocalDate to) {

        public Range {
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("a range that ends before it begins: " + from + ".." + to);
            }
        }

        /**
         * Reads {@code 2024-01-01..2024-12-31} or {@code 2024-01-01..}.
         *
         * @throws IllegalArgumentException when it is neither; the message says what is expected
         */
        public static Range of(String written) {
            String[] ends = written.split("\\.\\.", -1);
            try {
                if (ends.length == 2) {
                    return new Range(
                            LocalDate.parse(ends[0].strip()),
                            ends[1].isBlank() ? null : LocalDate.parse(ends[1].strip()));
                }
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "a range of days such as 2024-01-01..2024-12-31 expected, not '" + written + "'", e);
            }
            throw new IllegalArgumentException(
                    "a range of days such as 2024-01-01..2024-12-31 expected, not '" + written + "'");
        }

        @Override
        public String toString() {
            return from + ".." + (to == null ? "" : to.toString());
        }
    }
}
