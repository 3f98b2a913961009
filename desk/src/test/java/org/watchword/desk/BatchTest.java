package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.batch.Batch;
import org.watchword.desk.batch.BatchCount;
import org.watchword.desk.batch.BatchFile;
import org.watchword.desk.batch.BatchLine;
import org.watchword.desk.batch.BatchTable;
import org.watchword.index.SavedSearch;

class BatchTest {

    private final DeskPorts ports = TestingDesk.ports(SampleIndex.create(), List::of, List::of);
    private final BatchFile file = new BatchFile(ports.searches()::named);
    private final TestingDesk desk = new TestingDesk(ports);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTableOfSearchesIsCountedAndBadLinesAreNamed() throws IOException {
        ports.searches().create(SavedSearch.of("Vermin", "", "q=rats&status=flagged", "anna", TestingDesk.NOW));
        String csv = """
                name,q,status,saved
                rats,rats,,
                ,"ferry, timetable
                number",,
                weekly,,,vermin
                bad,rats,flaged,
                open,"rats ""and",,
                gone,,,nothing
                both,rats,,vermin
                ,a,b,c,d,e
                """;

        List<BatchCount> counts = new Batch(ports.summaries()).count(file.read(csv));

        assertThat(counts)
                .extracting(
                        c -> c.line().number(),
                        c -> c.summary() == null ? -1 : c.summary().total())
                .containsExactly(
                        tuple(2L, 2L),
                        tuple(3L, 0L),
                        tuple(5L, 1L),
                        tuple(6L, -1L),
                        tuple(7L, -1L),
                        tuple(8L, -1L),
                        tuple(9L, -1L),
                        tuple(10L, -1L));
        assertThat(counts).extracting(BatchCount::problem).element(3).asString().contains("did you mean 'flagged'");
        assertThat(counts.get(4).problem()).contains("quotation mark", "at character 6");
        assertThat(counts.get(5).problem()).contains("no saved search 'nothing'");
        assertThat(counts.get(7).problem()).contains("6 cells where there are 4 columns");
        StringBuilder out = new StringBuilder();
        BatchTable.write(counts, "https://desk.example", out);
        assertThat(out.toString().lines().toList())
                .contains("2,rats,rats,q=rats,2,1,1,1,2031-05-17,2031-05-19,https://desk.example/?q=rats,");
    }

    @Test
    void aPlainListIsOneQueryALine() {
        assertThat(file.read("\uFEFFrats\nferry\n\nOrenia\n"))
                .extracting(
                        BatchLine::number,
                        line -> line.search() == null ? "" : line.search().text())
                .containsExactly(tuple(1L, "rats"), tuple(2L, "ferry"), tuple(4L, "Orenia"));
    }

    @Test
    void aMisspelledColumnIsNamedOnEveryLine() {
        assertThat(file.read("q,staus\nrats,flagged\n"))
                .singleElement()
                .extracting(BatchLine::problem)
                .asString()
                .contains("staus", "did you mean 'status'");
    }

    @Test
    void aTornTableKeepsWhatCameBefore() {
        List<BatchLine> lines = file.read("q\nrats\n\"ferry\" x,\nmice\n");

        assertThat(lines.get(0).problem()).isEmpty();
        assertThat(lines.get(1).problem()).contains("not a table from here on");
    }

    @Test
    void formulasAreHarmless() throws IOException {
        StringBuilder out = new StringBuilder();
        BatchTable.write(new Batch(ports.summaries()).count(file.read("name,q\n=1+1,rats\n")), "", out);

        assertThat(out.toString()).contains("'=1+1");
    }

    @Test
    void thePageCountsAndGivesATable() {
        TestingVisitor visitor = new TestingVisitor(desk.port());
        visitor.get("/batch");

        assertThat(visitor.post("/batch", Map.of("csv", "rats\n<b>\n")).body())
                .contains("2 searches", "href=\"/?q=rats\"", "&lt;b&gt;")
                .doesNotContain("<b>");
        var table = visitor.post("/batch", Map.of("csv", "rats", "as", "csv"));
        assertThat(table.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(table.body()).startsWith("line,name,query,").contains("/?q=rats");
        assertThat(visitor.post("/batch", Map.of("csv", " ")).statusCode()).isEqualTo(400);
    }

    @Test
    void namedLinesAreKeptAsSavedSearches() {
        ports.searches().create(SavedSearch.of("Taken", "", "q=mice", "anna", TestingDesk.NOW));
        TestingVisitor visitor = new TestingVisitor(desk.port());
        visitor.get("/batch");

        String page = visitor.post(
                        "/batch",
                        Map.of(
                                "csv",
                                "name,q,status\nRats flagged,rats,flagged\n,ferry,\nTaken,ferry,\nbad,rats,flaged\n",
                                "as",
                                "keep"))
                .body();

        assertThat(page)
                .contains("4 searches", "1 line not counted", "kept as <a href=\"/saved/Rats%20flagged\">")
                .contains("Line 3:</strong> Not kept: the line gives no name.")
                .contains("Line 4:</strong> Not kept: There is a search named “Taken” already.");
        assertThat(ports.searches().named("rats flagged"))
                .get()
                .extracting(SavedSearch::parameters, SavedSearch::description)
                .containsExactly("q=rats&status=flagged", "From a table of searches, line 2");
        assertThat(ports.searches().named("Taken"))
                .get()
                .extracting(SavedSearch::parameters)
                .isEqualTo("q=mice");
    }
}
