package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ContentHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reviewer at the desk of the running line: the decision is found by search, handed out, and stands in the custody log. */
@ExtendWith(SampleLine.Shared.class)
class ReviewIT {

    private final SampleLine sample;
    private final Path folder;

    ReviewIT(SampleLine sample, @TempDir Path folder) {
        this.sample = sample;
        this.folder = folder;
    }

    @Test
    void aDecisionAtTheDeskIsSearchedExportedAndVouchedFor() throws Exception {
        TestingLine line = sample.line();
        JsonNode statement = line.all("&status=flagged").get(0);
        String id = statement.get("id").asString();

        int status = new TestingReviewer(line.port())
                .decide(id, Map.of("verdict", "reject", "reason", "quoted to condemn it", "note", "seen in the paper"));

        assertThat(status).isEqualTo(303);
        assertThat(line.get("/api/statements/" + id).at("/review/state").asString())
                .as("at once")
                .isEqualTo("rejected");
        TestingIndex.await(() -> found(line, "&review=rejected").equals(Set.of(id)));
        assertThat(found(line, "&review=unreviewed&status=flagged"))
                .isNotEmpty()
                .doesNotContain(id);

        Path file = folder.resolve("decisions.jsonl");
        TestingCommand command = new TestingCommand();
        assertThat(command.runOver(line.data(), "reviews", "export", "--format", "jsonl", "--output", file.toString()))
                .as(command.err())
                .isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1);
        JsonNode decision = JsonMapper.shared().readTree(lines.get(0));
        assertThat(decision.get("reason").asString()).isEqualTo("quoted to condemn it");
        assertThat(decision.at("/judged/0/rule").asString()).isNotEmpty();
        assertThat(Files.readString(line.data().resolve("custody/log.jsonl"), StandardCharsets.UTF_8))
                .contains("\"what\":\"review\"", ContentHash.sha256Hex(lines.get(0)));
        assertThat(line.account().failed()).isFalse();
    }

    private static Set<String> found(TestingLine line, String parameters) {
        try {
            return line.all(parameters).stream()
                    .map(s -> s.get("id").asString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
