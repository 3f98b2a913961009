package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void whatCannotBeUsedIsSaid(@TempDir Path folder) {
        assertThat(run("timeline", "--resume")).isEqualTo(2);
        assertThat(run("timeline", "--columns", "wrods")).isEqualTo(2);
        assertThat(command.err()).contains("did you mean 'words'?");
        assertThat(run("timeline", "--category", "threta")).isEqualTo(2);
        assertThat(run("timeline", "(open", "--output", folder.resolve("x").toString()))
                .isEqualTo(1);
    }
}
