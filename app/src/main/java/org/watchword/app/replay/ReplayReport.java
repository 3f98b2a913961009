package org.watchword.app.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.watchword.app.replay.FlagChange.Kind;
import org.watchword.desk.page.CategoryNames;
import org.watchword.desk.page.Pages;
import org.watchword.desk.page.ReplayView;
import org.watchword.desk.page.VoiceName;
import org.watchword.index.StatementRecord;

/**
 * What a replay changed: {@code replay.csv} with a line for each flag that appeared, vanished or changed, and {@code replay.html} with the
 * counts by rule and category. The same two generations give the same bytes.
 */
final class ReplayReport {

    /** Changes shown on the page; the table has all. */
    private static final int SHOWN = 200;

    private static final String[] COLUMNS = {
        "change",
        "category",
        "rule",
        "before",
        "now",
        "statement",
        "text",
        "speaker",
        "outlet",
        "language",
        "url",
        "capturedAt",
        "sha256"
    };

    private final TreeMap<String, EnumMap<Kind, Long>> rules = new TreeMap<>();
    private final TreeMap<String, EnumMap<Kind, Long>> categories = new TreeMap<>();
    private final List<ReplayView.Change> shown = new ArrayList<>();
    private long changes;

    private ReplayReport() {}

    /**
     * Compares and writes.
     *
     * @param folder where the two files go; each is there whole or not at all
     * @param facts what was done, by name, in order
     * @return changes found
     */
    static long write(
            Path folder, Map<String, String> facts, Iterator<StatementRecord> before, Iterator<StatementRecord> now)
            throws IOException {
        ReplayReport report = new ReplayReport();
        Files.createDirectories(folder);
        Path table = folder.resolve("replay.csv.new");
        try (BufferedWriter out = Files.newBufferedWriter(table);
                CSVPrinter csv = new CSVPrinter(
                        out, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get())) {
            FlagChange.between(before, now, change -> report.add(change, csv));
        }
        Files.move(table, folder.resolve("replay.csv"), StandardCopyOption.REPLACE_EXISTING);
        Path page = folder.resolve("replay.html.new");
        Files.writeString(page, new Pages().render(report.view(facts)));
        Files.move(page, folder.resolve("replay.html"), StandardCopyOption.REPLACE_EXISTING);
        return report.changes;
    }

    private void add(FlagChange change, CSVPrinter csv) {
        changes++;
        count(rules, change.category() + " · " + change.rule(), change.kind());
        count(categories, change.category(), change.kind());
        StatementRecord statement = change.statement();
        if (shown.size() < SHOWN) {
            shown.add(new ReplayView.Change(
                    name(change.kind()),
                    change.category() + " · " + change.rule(),
                    change.before(),
                    change.now(),
                    VoiceName.of(statement),
                    statement.outlet(),
                    statement.text(),
                    statement.language()));
        }
        try {
            csv.printRecord(
                    name(change.kind()),
                    change.category(),
                    safe(change.rule()),
                    safe(change.before()),
                    safe(change.now()),
                    statement.id(),
                    safe(statement.text()),
                    safe(VoiceName.of(statement)),
                    safe(statement.outlet()),
                    statement.language(),
                    safe(statement.url()),
                    statement.capturedAt(),
                    statement.archive() == null ? "" : statement.archive().sha256());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static void count(Map<String, EnumMap<Kind, Long>> counts, String key, Kind kind) {
        counts.computeIfAbsent(key, k -> new EnumMap<>(Kind.class)).merge(kind, 1L, Long::sum);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private ReplayView view(Map<String, String> facts) {
        return new ReplayView(
                facts,
                rows(categories, CategoryNames::ofValue),
                rows(rules, name -> name),
                changes,
                List.copyOf(shown));
    }

    private static List<ReplayView.Row> rows(Map<String, EnumMap<Kind, Long>> counts, UnaryOperator<String> label) {
        return counts.entrySet().stream()
                .map(e -> new ReplayView.Row(
                        label.apply(e.getKey()),
                        e.getValue().getOrDefault(Kind.APPEARED, 0L),
                        e.getValue().getOrDefault(Kind.VANISHED, 0L),
                        e.getValue().getOrDefault(Kind.CHANGED, 0L)))
                .toList();
    }
}
