package org.watchword.desk.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.index.SavedSearch;

/**
 * Reads searches from a table (CSV, RFC 4180). The first line names the columns: {@code name}, {@code saved} (a saved search) and the
 * parameters of a search such as {@code q}, {@code status} or {@code from}. A first line that names none of them makes the table a plain
 * list of queries, one a line.
 */
public final class BatchFile {

    /** Most searches in a batch. */
    public static final int MOST_LINES = 2_000;

    private static final String NAME = "name";
    private static final String SAVED = "saved";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final Function<String, Optional<SavedSearch>> saved;

    /** @param saved finds a saved search by its name */
    public BatchFile(Function<String, Optional<SavedSearch>> saved) {
        this.saved = saved;
    }

    /** The searches in order; a line that cannot be used says why. */
    public List<BatchLine> read(String csv) {
        List<BatchLine> lines = new ArrayList<>();
        try (Reader in = new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
                CSVParser parser = FORMAT.parse(in)) {
            read(parser, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(lines);
    }

    private void read(CSVParser parser, List<BatchLine> lines) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> columns = List.of();
        long number = 1;
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                // The parser tells the line a record ends in; line breaks within its cells come before that.
                number = parser.getCurrentLineNumber() - breaks(record);
                if (record.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = columns(record);
                    if (!columns.isEmpty()) {
                        continue;
                    }
                    columns = List.of("q");
                }
                if (lines.size() == MOST_LINES) {
                    lines.add(BatchLine.bad(
                            number,
                            "",
                            "a batch has at most " + MOST_LINES
                                    + " searches; this one and those after it are left out"));
                    return;
                }
                lines.add(line(number, columns, record));
            }
        } catch (UncheckedIOException e) {
            String reason = e.getCause() instanceof CSVException
                    ? String.valueOf(e.getCause().getMessage())
                    : String.valueOf(e.getMessage());
            lines.add(BatchLine.bad(
                    parser.getCurrentLineNumber(),
                    "",
                    "not a table from here on (" + reason + "); this line and those after it are left out"));
        }
    }

    /** The columns a first line names; empty when it names none. */
    private static List<String> columns(CSVRecord record) {
        Set<String> known = known();
        List<String> names = record.toList().stream().map(String::strip).toList();
        return names.stream().anyMatch(known::contains) ? names : List.of();
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(SearchParameters.known());
        known.removeAll(Set.of("after", "size", "sort"));
        known.add(NAME);
        known.add(SAVED);
        return known;
    }

    private BatchLine line(long number, List<String> columns, CSVRecord record) {
        if (record.size() > columns.size()) {
            return BatchLine.bad(
                    number,
                    "",
                    record.size() + " cells where there are " + columns.size()
                            + " columns; put quotation marks around a cell with a comma");
        }
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (int i = 0; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                cells.put(columns.get(i), List.of(record.get(i)));
            }
        }
        String name = first(cells.remove(NAME));
        try {
            SearchParameters.requireKnown(cells.keySet(), known());
            String kept = first(cells.remove(SAVED));
            if (kept.isEmpty()) {
                return new BatchLine(number, name, SearchParameters.parse(cells), "");
            }
            if (!cells.isEmpty()) {
                return BatchLine.bad(number, name, "'saved' says the whole search; leave out " + cells.keySet());
            }
            return saved.apply(kept)
                    .map(search -> new BatchLine(
                            number, name.isEmpty() ? search.name() : name, SearchAddress.read(search.parameters()), ""))
                    .orElseGet(() -> BatchLine.bad(number, name, "there is no saved search '" + kept + "'"));
        } catch (BadParameterException e) {
            return BatchLine.bad(number, name, Objects.toString(e.getMessage(), ""));
        }
    }

    private static String first(@Nullable List<String> cell) {
        return cell == null ? "" : cell.get(0).strip();
    }

    private static long breaks(CSVRecord record) {
        return record.stream()
                .mapToLong(cell -> cell.lines().count() > 1 ? cell.lines().count() - 1 : 0)
                .sum();
    }
}
