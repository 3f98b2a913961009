package org.watchword.desk.timeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook. Every cell is text, so that nothing in it is computed. Rows go to disk in batches; more than a sheet can hold go on in another.
 */
final class Workbooks implements TimelineFormat.Writing {

    /** What a sheet can hold (ECMA-376), its heading included. */
    private static final int MOST_ROWS = 1_048_576;
    /** What a cell can hold. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int BATCH = 1_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CORE = "docProps/core.xml";
    /** The library would write the time of export here. */
    private static final String NO_CORE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Watchword</dc:creator></cp:coreProperties>
            """;

    private final int mostRows;

    Workbooks() {
        this(MOST_ROWS);
    }

    Workbooks(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        Path written = Files.createTempFile("timeline", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(written));
                    Workbook book = new Workbook(file, "Watchword", "1.0")) {
                Table table = new Table(book, timeline);
                timeline.each(table::row);
                table.end();
                method(book.newWorksheet("Method"), note);
            }
            copyWithoutTimes(written, out);
        } finally {
            Files.delete(written);
        }
    }

    private final class Table {

        private final Workbook book;
        private final List<Column> columns;
        private final Links links;
        private Worksheet sheet;
        private int sheets;
        private int next;

        Table(Workbook book, Timeline timeline) {
            this.book = book;
            this.columns = timeline.request().columns();
            this.links = timeline.request().links();
            this.sheet = begun();
        }

        private Worksheet begun() {
            sheets++;
            Worksheet fresh = book.newWorksheet(sheets == 1 ? "Timeline" : "Timeline " + sheets);
            for (int i = 0; i < columns.size(); i++) {
                fresh.inlineString(0, i, columns.get(i).id());
            }
            fresh.freezePane(0, 1);
            next = 1;
            return fresh;
        }

        void row(TimelineRow row) throws IOException {
            if (next == mostRows) {
                end();
                sheet = begun();
            }
            for (int i = 0; i < columns.size(); i++) {
                String value = columns.get(i).of(row, links);
                if (!value.isEmpty()) {
                    sheet.inlineString(next, i, fitting(value));
                }
            }
            next++;
            if (next % BATCH == 0) {
                sheet.flush();
            }
        }

        void end() throws IOException {
            sheet.finish();
        }
    }

    /** A cell that is too long is cut, and says so; the whole words stand in the other formats. */
    private static String fitting(String value) {
        if (value.length() <= MOST_CHARACTERS) {
            return value;
        }
        int end = value.offsetByCodePoints(0, value.codePointCount(0, MOST_CHARACTERS - 20));
        return value.substring(0, end) + " […cut]";
    }

    private static void method(Worksheet sheet, MethodNote note) throws IOException {
        int row = 0;
        for (Map.Entry<String, String> line : MethodText.lines(note)) {
            sheet.inlineString(row, 0, fitting(line.getKey()));
            sheet.inlineString(row, 1, fitting(line.getValue()));
            row++;
            if (row % BATCH == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void copyWithoutTimes(Path from, OutputStream out) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                if (entry.getName().equals(CORE)) {
                    zip.write(NO_CORE.getBytes(StandardCharsets.UTF_8));
                } else {
                    copy(in.getInputStream(entry), zip);
                }
                zip.closeEntry();
            }
            zip.finish();
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        try (in) {
            var unused = in.transferTo(out);
        }
    }
}
