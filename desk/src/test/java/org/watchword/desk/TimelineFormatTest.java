package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.TimelineFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format against a file that was read by people, and against its own definition. */
class TimelineFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/timeline");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestingTimeline timeline;

    @BeforeEach
    void collection() {
        timeline = new TestingTimeline(folder);
    }

    /** With {@code -Dgolden.update=true} the files are written anew; look at the difference before you keep it. */
    @ParameterizedTest
    @CsvSource({
        "CSV, timeline.csv",
        "XLSX, timeline.xlsx.txt",
        "JSONL, timeline.jsonl",
        "TIMELINEJS, timelinejs.json",
        "ANNOTATIONS, annotations.jsonld",
        "MARKDOWN, annex.md",
        "HTML, annex.html",
        "BIBTEX, citations.bib",
        "CSL, citations.csl.json"
    })
    void isAsTheGoldenFile(TimelineFormat format, String file) throws IOException {
        byte[] found = read(format, timeline.bytes(format, true));
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, found);
        }
        assertThat(new String(found, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource(TimelineFormat.class)
    void theSameRowsGiveTheSameBytes(TimelineFormat format) throws IOException {
        assertThat(timeline.bytes(format, false)).isEqualTo(timeline.bytes(format, false));
    }

    @ParameterizedTest
    @CsvSource({
        "TIMELINEJS, timelinejs.schema.json",
        "ANNOTATIONS, web-annotation.schema.json",
        "CSL, csl-data.schema.json"
    })
    void isValidByItsSchema(TimelineFormat format, String schema) throws IOException {
        Schema definition;
        try (InputStream in =
                Objects.requireNonNull(TimelineFormatTest.class.getResourceAsStream("/schemas/" + schema), schema)) {
            definition = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        JsonNode document = JSON.readTree(timeline.bytes(format, false));
        assertThat(definition.validate(document)).isEmpty();
        assertThat(definition.validate(JSON.readTree("{\"events\":[{}],\"items\":[{}]}")))
                .as("a schema that refuses nothing proves nothing")
                .isNotEmpty();
    }

    /** A workbook by what a reader finds in its cells, everything else as it is. */
    private static byte[] read(TimelineFormat format, byte[] bytes) throws IOException {
        if (format != TimelineFormat.XLSX) {
            return bytes;
        }
        StringBuilder cells = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : book.getSheets().toList()) {
                cells.append("== ").append(sheet.getName()).append('\n');
                for (Row row : sheet.read()) {
                    row.forEach(cell ->
                            cells.append(cell == null ? "" : cell.getText()).append('|'));
                    cells.append('\n');
                }
            }
        }
        return cells.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<CSVRecord> csv(List<Column> columns) throws IOException {
        byte[] bytes = TestingTimeline.bytes(
                TimelineFormat.CSV, timeline.collect(timeline.request(TimelineFormat.CSV, false, columns), false, 100));
        return CSVFormat.RFC4180
                .parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .getRecords();
    }

    @Test
    void aTableIsReadBackCellByCell() throws IOException {
        List<CSVRecord> records = csv(List.of(Column.DATE, Column.WORDS, Column.ARCHIVE_SHA256));
        assertThat(records.get(0)).containsExactly("date", "words", "archive_sha256");
        assertThat(records).allMatch(record -> record.size() == 3);
        assertThat(records.subList(1, records.size()))
                .extracting(record -> record.get(0))
                .isSorted();
        assertThat(records).anyMatch(record -> record.get(1).equals("سيفتح الجسر في الخريف"));
    }

    @Test
    void noCellIsAFormula() throws IOException {
        for (CSVRecord record : csv(Column.all())) {
            assertThat(record).allMatch(cell -> cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0);
        }
        assertThat(csv(List.of(Column.WORDS, Column.TITLE, Column.SPEAKER)))
                .anyMatch(record -> record.get(0).equals("'" + TestingTimeline.FORMULA)
                        && record.get(1).equals("'-1+1")
                        && record.get(2).equals("'@Tove Rask"));
    }

    @Test
    void theWorkbookHasTheSameCellsAsTextAndTheMethodOnASheetOfItsOwn() throws IOException {
        byte[] bytes = timeline.bytes(TimelineFormat.XLSX, false);
        List<CSVRecord> table = csv(Column.all());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            Sheet sheet = book.findSheet("Timeline").orElseThrow();
            List<Row> rows = sheet.read();
            assertThat(rows).hasSameSizeAs(table);
            for (int i = 0; i < rows.size(); i++) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < Column.all().size(); c++) {
                    cells.add(rows.get(i).getCellText(c));
                    rows.get(i).getOptionalCell(c).ifPresent(cell -> assertThat(cell.getFormula())
                            .isNull());
                }
                List<String> wanted = table.get(i).stream()
                        .map(cell -> cell.replaceFirst("^'(?=[=+@-])", ""))
                        .toList();
                assertThat(cells).isEqualTo(wanted);
            }
            assertThat(book.findSheet("Method").orElseThrow().read())
                    .anyMatch(row -> row.getCellText(0).equals("Source halden-courier")
                            && row.getCellText(1)
                                    .contains("read on 4 of 6 days; not read on 2031-05-16 to 2031-05-17"));
        }
    }

    /** A browser's way from a code point to the words. */
    @Test
    void positionsCountCodePoints() throws IOException {
        JsonNode document = JSON.readTree(timeline.bytes(TimelineFormat.ANNOTATIONS, false));
        String text = "🧑\u200d🚀 e\u0301 before. “" + TestingTimeline.FORMULA + "” said Tove Rask. After.";
        int[] points = text.codePoints().toArray();
        boolean[] seen = {false};
        document.get("first").get("items").forEach(item -> {
            JsonNode selectors = item.get("target").get("selector");
            if (selectors.get(0).get("exact").asString().equals(TestingTimeline.FORMULA)) {
                int start = selectors.get(1).get("start").asInt();
                int end = selectors.get(1).get("end").asInt();
                assertThat(new String(points, start, end - start)).isEqualTo(TestingTimeline.FORMULA);
                assertThat(selectors.get(0).get("prefix").asString()).isEqualTo("🧑\u200d🚀 e\u0301 before. “");
                assertThat(selectors.get(0).get("suffix").asString()).isEqualTo("” said Tove Rask. After.");
                seen[0] = true;
            }
        });
        assertThat(seen[0]).isTrue();
    }

    @Test
    void markupOfAPageStaysText() throws IOException {
        String html = new String(timeline.bytes(TimelineFormat.HTML, false), StandardCharsets.UTF_8);
        assertThat(html)
                .doesNotContain("<script", "<img", "<svg", "<b>Outlet", "\u202e", "href=\"javascript:")
                .contains("&lt;script&gt;");
        String js = new String(timeline.bytes(TimelineFormat.TIMELINEJS, false), StandardCharsets.UTF_8);
        assertThat(js).doesNotContain("<script", "<img", "<svg");
    }

    @Test
    void anUnknownColumnIsNamedWithTheNearest() {
        assertThat(Column.parse("date, words,id")).containsExactly(Column.DATE, Column.WORDS, Column.ID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.parse("date,wrods"))
                .withMessage("no column 'wrods'; did you mean 'words'?");
    }
}
