package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.timeline.TimelineFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample outlet's quotes, taken away in every format. */
@ExtendWith(SampleLine.Shared.class)
class TimelineIT {

    private final SampleLine sample;
    private final TestingCommand command = new TestingCommand();

    TimelineIT(SampleLine sample) {
        this.sample = sample;
    }

    private int run(String... arguments) {
        return command.runOver(sample.folder(), arguments);
    }

    @Test
    void everyFormatIsWrittenTwiceWithTheSameBytes(@TempDir Path folder) throws Exception {
        for (TimelineFormat format : TimelineFormat.values()) {
            Path first = folder.resolve("one." + format.id());
            Path second = folder.resolve("two." + format.id());
            for (Path file : List.of(first, second)) {
                assertThat(run("timeline", "--format", format.id(), "--output", file.toString()))
                        .as(command.err())
                        .isZero();
            }
            assertThat(Files.readAllBytes(first)).as(format.id()).isEqualTo(Files.readAllBytes(second));
            assertThat(folder.resolve("one." + format.id() + ".rows")).doesNotExist();
        }
        JsonNode note = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("one.csv.method.json")));
        assertThat(note.get("counts").get("exported").asLong())
                .isEqualTo(sample.line().all("").size());
        assertThat(note.get("models").get(0).asString()).contains("SHA-256");
        assertThat(note.get("sources").get(0).get("days").size()).isPositive();
        assertThat(Files.readString(sample.folder().resolve("custody/log.jsonl")))
                .contains("\"format\":\"annotations\"");
    }

    @Test
    void aPersonsQuotesAreInTimeOrder(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("venmoor.jsonl");
        assertThat(run("timeline", "--speaker", "Aldric Venmoor", "--format", "jsonl", "--output", file.toString()))
                .as(command.err())
                .isZero();
        List<JsonNode> rows = Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> row.get("speaker").get("name").asString().equals("Aldric Venmoor"));
        assertThat(rows).extracting(row -> row.get("publishedAt").asString()).isSorted();
    }

    @Test
    void columnsTimeAndCopiesAreAsAsked(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("t.csv");
        assertThat(run("timeline", "--columns", "id,date,words,copies", "--output", file.toString()))
                .isZero();
        List<CSVRecord> all = csv(file);
        assertThat(all.get(0)).containsExactly("id", "date", "words", "copies");
        List<String> dates =
                all.subList(1, all.size()).stream().map(r -> r.get(1)).toList();
        String first = dates.get(0).substring(0, 10);
        String last = dates.get(dates.size() - 1).substring(0, 10);
        assertThat(first).isNotEqualTo(last);

        assertThat(run(
                        "timeline",
                        "--columns",
                        "date",
                        "--since",
                        first,
                        "--until",
                        first,
                        "--output",
                        file.toString()))
                .isZero();
        assertThat(csv(file))
                .hasSizeGreaterThan(1)
                .hasSizeLessThan(all.size())
                .allMatch(r -> r.get(0).equals("date") || r.get(0).startsWith(first));

        assertThat(run("timeline", "--columns", "copies", "--collapse", "--output", file.toString()))
                .isZero();
        List<CSVRecord> once = csv(file);
        long copies = once.subList(1, once.size()).stream()
                .mapToLong(r -> Long.parseLong(r.get(0)))
                .sum();
        assertThat(once).hasSizeLessThan(all.size());
        assertThat(copies).isEqualTo(all.size() - 1);
    }

    @Test
    void whatWasCutOffIsTakenUpToTheSameBytes(@TempDir Path folder) throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        assertThat(run("timeline", "--format", "jsonl", "--output", whole.toString()))
                .isZero();
        // A folder that is not empty stands where the file should go: what was collected stays.
        Path cut = folder.resolve("cut.jsonl");
        Path inTheWay = Files.writeString(Files.createDirectory(cut).resolve("x"), "x");
        assertThat(run("timeline", "--format", "jsonl", "--output", cut.toString()))
                .isEqualTo(1);
        Files.delete(inTheWay);
        Files.delete(cut);
        // As a run leaves it that was killed: the heading, some rows and half a one.
        Path rows = folder.resolve("cut.jsonl.rows");
        byte[] collected = Files.readAllBytes(rows);
        Files.write(rows, Arrays.copyOf(collected, collected.length / 2));
        assertThat(run("timeline", "--format", "jsonl", "--resume", "--output", cut.toString()))
                .as(command.err())
                .isZero();
        assertThat(command.err()).contains("taken up behind").doesNotContain("has changed");
        assertThat(cut).hasSameBinaryContentAs(whole);
    }

    @Test
    void aSavedSearchIsExportedAndWhatIsTypedReplacesItsOwn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("saved.csv");
        assertThat(run("searches", "save", "Timeline wolves", "wolf OR wolves", "--status", "flagged"))
                .as(command.err())
                .isZero();
        assertThat(run(
                        "timeline",
                        "--saved",
                        "timeline wolves",
                        "--columns",
                        "words,status",
                        "--output",
                        file.toString()))
                .as(command.err())
                .isZero();
        assertThat(csv(file))
                .hasSizeGreaterThan(1)
                .allMatch(r -> r.get(1).equals("status") || r.get(1).equals("flagged"));
        assertThat(Files.readString(folder.resolve("saved.csv.method.json")))
                .contains("\"saved search\"", "timeline wolves", "wolf OR wolves");
        assertThat(run(
                        "timeline",
                        "--saved",
                        "timeline wolves",
                        "--status",
                        "context",
                        "--columns",
                        "status",
                        "--output",
                        file.toString()))
                .isZero();
        assertThat(csv(file))
                .hasSizeGreaterThan(1)
                .allMatch(r -> r.get(0).equals("status") || r.get(0).equals("context"));
        assertThat(run("timeline", "--saved", "nothing such")).isEqualTo(1);
        assertThat(command.err()).contains("There is no saved search 'nothing such'");
        assertThat(run("searches", "remove", "Timeline wolves")).isZero();
    }

    private static List<CSVRecord> csv(Path file) throws Exception {
        try (var in = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180.parse(in).getRecords();
        }
    }

    @Test
    void whatCannotBeUsedIsSaid(@TempDir Path folder) {
        assertThat(run("timeline", "--resume")).isEqualTo(2);
        assertThat(run("timeline", "--columns", "wrods")).isEqualTo(2);
        assertThat(command.err()).contains("did you mean 'words'?");
        assertThat(run("timeline", "--category", "threta")).isEqualTo(2);
        assertThat(run("timeline", "(open", "--output", folder.resolve("x").toString()))
                .isEqualTo(1);
    }
}
