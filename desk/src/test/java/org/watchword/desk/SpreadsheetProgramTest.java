package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.TimelineFormat;

/** What LibreOffice reads in the files that are meant for spreadsheets. Where it is not installed, these are skipped. */
class SpreadsheetProgramTest {

    private static final List<String> PLACES =
            List.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void libreOfficeReadsTheWorkbookCellByCell() throws Exception {
        TestingTimeline timeline = new TestingTimeline(Files.createDirectory(folder.resolve("rows")));
        Files.write(folder.resolve("timeline.xlsx"), timeline.bytes(TimelineFormat.XLSX, false));
        // Filter options: separator, quotation mark, UTF-8, first line, column formats, language, quote all, as shown,
        // …, first sheet.
        String csv = converted(
                "timeline.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1");

        List<List<String>> wanted =
                table(new String(timeline.bytes(TimelineFormat.CSV, false), java.nio.charset.StandardCharsets.UTF_8));
        List<List<String>> found = table(csv);
        assertThat(found).hasSameSizeAs(wanted);
        for (int row = 0; row < wanted.size(); row++) {
            assertThat(found.get(row))
                    .as("row %d", row)
                    .containsExactlyElementsOf(wanted.get(row).stream()
                            .map(cell -> cell.replaceFirst("^'(?=[=+@-])", ""))
                            .toList());
        }
    }

    @Test
    void nothingInTheTableIsComputed() throws Exception {
        TestingTimeline timeline = new TestingTimeline(Files.createDirectory(folder.resolve("rows")));
        Files.write(folder.resolve("timeline.csv"), timeline.bytes(TimelineFormat.CSV, false));
        String sheet = converted("timeline.csv", "fods");
        assertThat(sheet)
                .contains("HYPERLINK(")
                .doesNotContain("table:formula")
                .contains("office:value-type=\"string\"");
    }

    private String converted(String file, String to) throws IOException, InterruptedException {
        String program = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse("");
        assumeTrue(!program.isEmpty(), "LibreOffice is not installed");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        program,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        out.toString(),
                        folder.resolve(file).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        List<Path> written = new ArrayList<>();
        if (Files.isDirectory(out)) {
            try (var files = Files.list(out)) {
                written.addAll(files.sorted().toList());
            }
        }
        assertThat(written).as(Files.readString(folder.resolve("log"))).isNotEmpty();
        return Files.readString(written.get(0));
    }

    private static List<List<String>> table(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord record : CSVFormat.RFC4180.parse(new StringReader(csv))) {
            List<String> cells = new ArrayList<>(record.toList());
            while (cells.size() < Column.all().size()) {
                cells.add("");
            }
            rows.add(cells);
        }
        return rows;
    }
}
