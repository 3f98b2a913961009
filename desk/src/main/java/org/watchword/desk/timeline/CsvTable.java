package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe before it, the way spreadsheets
 * themselves mark text; JSON lines have the words as they are.
 */
final class CsvTable implements TimelineFormat.Writing {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        List<Column> columns = timeline.request().columns();
        printer.printRecord(columns.stream().map(Column::id));
        timeline.each(row -> printer.printRecord(columns.stream()
                .map(column -> Cells.harmless(column.of(row, timeline.request().links())))));
        printer.flush();
    }
}
