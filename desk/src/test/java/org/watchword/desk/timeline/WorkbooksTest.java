package org.watchword.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.TestingTimeline;

class WorkbooksTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A spreadsheet holds 1,048,576 rows; here a sheet holds three. */
    @Test
    void whatOneSheetCannotHoldGoesOnInTheNextAndNothingIsLost() throws IOException {
        TestingTimeline testing = new TestingTimeline(folder);
        Timeline timeline =
                testing.collect(testing.request(TimelineFormat.XLSX, false, List.of(Column.ID)), false, 100);
        List<String> wanted = new ArrayList<>();
        timeline.each(row -> wanted.add(row.statement().id()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Workbooks(3).write(timeline, timeline.method(List.of()), out);

        List<String> found = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets)
                    .extracting(Sheet::getName)
                    .startsWith("Timeline", "Timeline 2")
                    .endsWith("Method");
            assertThat(sheets).hasSize((wanted.size() + 1) / 2 + 1);
            for (Sheet sheet : sheets.subList(0, sheets.size() - 1)) {
                List<Row> rows = sheet.read();
                assertThat(rows).hasSizeLessThanOrEqualTo(3);
                assertThat(rows.get(0).getCellText(0)).isEqualTo("id");
                rows.subList(1, rows.size()).forEach(row -> found.add(row.getCellText(0)));
            }
        }
        assertThat(wanted).hasSizeGreaterThan(4);
        assertThat(found).isEqualTo(wanted);
    }
}
