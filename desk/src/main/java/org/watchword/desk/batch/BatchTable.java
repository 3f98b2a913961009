package org.watchword.desk.batch;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.timeline.CellText;
import org.watchword.index.Facet;
import org.watchword.index.StatementSummary;

/** Writes counts as a table (CSV, RFC 4180), one line for each search, in their order. */
public final class BatchTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
    private static final List<String> COLUMNS = List.of(
            "line",
            "name",
            "query",
            "parameters",
            "statements",
            "flagged",
            "context",
            "outlets",
            "first",
            "last",
            "link",
            "problem");

    private BatchTable() {}

    /** @param base where readers reach the desk, without a slash at its end */
    public static void write(List<BatchCount> counts, String base, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(COLUMNS);
        for (BatchCount count : counts) {
            printer.printRecord(cells(count, base));
        }
        printer.flush();
    }

    private static List<String> cells(BatchCount count, String base) {
        BatchLine line = count.line();
        SearchRequest search = line.search();
        StatementSummary summary = count.summary();
        String query = search == null ? "" : search.text();
        String parameters = search == null ? "" : SearchAddress.parameters(search);
        String link = search == null ? "" : base + SearchAddress.page(search);
        return List.of(
                Long.toString(line.number()),
                CellText.harmless(line.name()),
                CellText.harmless(query),
                CellText.harmless(parameters),
                summary == null ? "" : Long.toString(summary.total()),
                summary == null ? "" : Long.toString(summary.count(Facet.STATUS, "flagged")),
                summary == null ? "" : Long.toString(summary.count(Facet.STATUS, "context")),
                summary == null ? "" : Long.toString(summary.outlets()),
                day(summary == null ? null : summary.first()),
                day(summary == null ? null : summary.last()),
                link,
                CellText.harmless(count.problem()));
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : at.toString().substring(0, 10);
    }
}
