package org.watchword.ingest.discover;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/**
 * Addresses of pages in a table: CSV (RFC 4180) whose first line names the columns, {@code url} among them, or plain lines of one address
 * each. Known columns: {@code url}, {@code title}, {@code date}, {@code speaker}, {@code office}, {@code language}; others are passed
 * over. An empty line and one that begins with {@code #} count for nothing.
 */
public final class UrlTable {

    private static final int MAX_CELL = 10_000;

    private UrlTable() {}

    /**
     * One line.
     *
     * @param line of the file, from 1
     * @param link as written, checked no further
     * @param date as written, where it could not be read; absent where it could
     */
    public record Row(
            long line,
            Link link,
            @Nullable String speaker,
            @Nullable String office,
            @Nullable String language,
            @Nullable String date) {}

    /**
     * @param rows takes the lines in order
     * @throws DiscoveryException {@code not-a-table} when the first line names no column {@code url} and is no address, or a line is
     *     broken; lines before it have been handed over
     * @throws IOException when the file cannot be read
     */
    public static void read(Reader in, String name, Consumer<Row> rows) throws IOException, DiscoveryException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(true)
                .get();
        try (CSVParser table =
                CSVParser.builder().setReader(in).setFormat(format).get()) {
            Map<String, Integer> columns = null;
            for (CSVRecord record : table) {
                if (columns == null) {
                    columns = columns(record, name);
                    if (columns.size() > 1 || !isAddress(record.get(0))) {
                        continue;
                    }
                }
                rows.accept(row(record, columns, table.getCurrentLineNumber()));
            }
        } catch (UncheckedIOException | IllegalStateException | CSVException e) {
            throw new DiscoveryException("not-a-table", name + ": not a CSV table: " + e.getMessage(), e);
        }
    }

    /** Column names to their places; a first line that is an address itself makes a table of addresses alone. */
    private static Map<String, Integer> columns(CSVRecord first, String name) throws DiscoveryException {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < first.size(); i++) {
            columns.putIfAbsent(LowerCase.of(first.get(i).replace("\uFEFF", "").strip()), i);
        }
        if (columns.containsKey("url")) {
            return columns;
        }
        if (first.size() == 1 && isAddress(first.get(0))) {
            return Map.of("url", 0);
        }
        throw new DiscoveryException(
                "not-a-table", name + ":1: a column 'url' is missing; columns: " + List.of(first.values()), null);
    }

    private static boolean isAddress(String cell) {
        return cell.replace("\uFEFF", "").strip().regionMatches(true, 0, "http", 0, 4);
    }

    private static Row row(CSVRecord record, Map<String, Integer> columns, long line) {
        String url = cell(record, columns, "url");
        String date = cell(record, columns, "date");
        Instant published = FeedDate.of(date);
        return new Row(
                line,
                new Link(url == null ? "" : url, null, published, cell(record, columns, "title"), false),
                cell(record, columns, "speaker"),
                cell(record, columns, "office"),
                cell(record, columns, "language"),
                published == null ? date : null);
    }

    private static @Nullable String cell(CSVRecord record, Map<String, Integer> columns, String name) {
        Integer at = columns.get(name);
        if (at == null || at >= record.size()) {
            return null;
        }
        String value = record.get(at).replace("\uFEFF", "").strip();
        return value.isEmpty() || value.length() > MAX_CELL ? null : value;
    }
}
