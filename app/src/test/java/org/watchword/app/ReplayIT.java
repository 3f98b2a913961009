package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Endpoints;
import org.watchword.app.replay.Replay;
import org.watchword.app.replay.ReplayRange;
import org.watchword.app.role.SharedModels;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.collect.Reextraction;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.Document;
import tools.jackson.databind.JsonNode;

/** The sample outlet's past, done anew beside the running line by a pack that lacks the rules of dehumanization. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

    private static final String GONE = "dehumanization";
    private static final String CATEGORY = "category: ";

    private final Path folder;
    private final SharedModels models = new SharedModels();
    private final SampleLine sample = SampleLine.start();

    ReplayIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void writeRules() throws IOException {
        Path shipped = TestingLine.config().resolve("rules");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isGone(file)) {
                    continue;
                }
                Path copy =
                        folder.resolve("rules").resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** A pack that finds little else. */
    private static boolean isGone(Path file) throws IOException {
        List<String> categories = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(CATEGORY))
                .map(line -> line.substring(CATEGORY.length()))
                .toList();
        long gone = categories.stream()
                .filter(category -> category.startsWith(GONE))
                .count();
        return 2 * gone > categories.size();
    }

    @AfterAll
    void stop() throws IOException {
        sample.close();
    }

    @Test
    void aReplayWithOtherRulesServesInOneStepAndTellsWhatChanged() throws Exception {
        TestingLine line = sample.line();
        List<JsonNode> before = line.all("");
        long flagged = before.stream().filter(s -> has(s, GONE)).count();
        assertThat(flagged).isPositive();

        // A quote, which is a statement also when nothing in it is flagged any more.
        String reviewed = before.stream()
                .filter(statement ->
                        has(statement, GONE) && statement.get("text").asString().contains("Skeldri are cockroaches"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        assertThat(new TestingReviewer(line.port()).decide(reviewed, Map.of("verdict", "confirm")))
                .isEqualTo(303);

        // Begun, ended in the middle of a transaction, and begun again: it goes on where it was.
        AtomicInteger read = new AtomicInteger();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> replay(5, document -> {
                    if (read.incrementAndGet() > 12) {
                        throw new IllegalStateException("pulled the plug");
                    }
                    return document;
                }))
                .withMessage("pulled the plug");
        assertThat(line.all("")).hasSameSizeAs(before);

        WatchwordConfig settings = settings();
        Reextraction reextraction = new Reextraction(
                new ArchiveFolder(line.data().resolve("archive")),
                new HtmlExtractor(),
                SourceCatalog.load(settings.ingest().sourcesFolder()));
        Replay.Outcome outcome = replay(500, reextraction::again);

        assertThat(outcome.changes()).isPositive();
        List<CSVRecord> changes = changes();
        assertThat(changes)
                .hasSize((int) outcome.changes())
                .allMatch(r ->
                        r.get("change").equals("vanished") && r.get("category").startsWith(GONE));
        assertThat(Files.readString(folder.resolve("report/replay.html"))).contains("What a replay changed", GONE);
        assertThat(reextraction.outcomes()).doesNotContainKey("unreadable").doesNotContainKey("other-text");

        List<JsonNode> after = line.all("");
        assertThat(after).noneMatch(s -> has(s, GONE));
        // A quote whose flags are gone is a quote still.
        assertThat(others(after)).containsAllEntriesOf(others(before));
        assertThat(line.account().failed()).isFalse();
        JsonNode kept = line.get("/api/statements?review=confirmed").get("hits");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("id").asString()).isEqualTo(reviewed);
        assertThat(kept.get(0).at("/review/changed").asBoolean())
                .as("what was decided upon is no longer found, and it says so")
                .isTrue();
        assertThat(outcome.replaced()).contains(settings.elasticsearch().indexPrefix() + "statements-v1");
    }

    @Test
    void twoReplaysOfTheSamePastWithTheSameRulesGiveTheSame() throws Exception {
        Map<String, byte[]> reports = new HashMap<>();
        for (String name : List.of("g7-aaaaaaaa-", "g7-bbbbbbbb-")) {
            Replay.Outcome outcome = replay(name, 500, reading(), false);
            assertThat(outcome.replaced()).isEmpty();
            for (String file : List.of("replay.csv", "replay.html")) {
                byte[] bytes = Files.readAllBytes(folder.resolve("report").resolve(file));
                byte[] before = reports.putIfAbsent(file, bytes);
                assertThat(before == null || Arrays.equals(bytes, before))
                        .as(file)
                        .isTrue();
            }
        }
        TestingGenerations generations = new TestingGenerations(sample.line().data());
        for (String kind : List.of("statements", "documents", "pages")) {
            Map<String, JsonNode> first = generations.rows(prefix("g7-aaaaaaaa-") + kind);
            assertThat(first).as(kind).isNotEmpty();
            assertThat(generations.rows(prefix("g7-bbbbbbbb-") + kind)).as(kind).isEqualTo(first);
        }
    }

    @Test
    void theCommandComparesGoesOnAndCleansUp() throws Exception {
        TestingCommand command = new TestingCommand();
        Path data = sample.line().data();
        String config = settingsFile().toString();
        assertThat(command.runOver(data, "replay", "--config", config)).isEqualTo(2);
        assertThat(command.err()).contains("--since 1900 is everything");
        assertThat(command.runOver(data, "replay", "--config", config, "--since", "1900", "--rules", "/nowhere"))
                .isEqualTo(2);
        assertThat(command.err()).contains("/nowhere is no folder");

        String[] compare = {
            "replay",
            "--config",
            config,
            "--since",
            "1900",
            "--extract",
            "--rate",
            "1000",
            "--no-switch",
            "--rules",
            folder.resolve("rules").toString(),
            "--output",
            folder.resolve("compared").toString()
        };
        assertThat(command.runOver(data, compare)).as(command.err()).isZero();
        assertThat(command.out()).contains("flags appeared, vanished or changed");
        assertThat(command.err()).contains("pages analysed");
        byte[] table = Files.readAllBytes(folder.resolve("compared/replay.csv"));
        assertThat(command.runOver(data, compare)).as(command.err()).isZero();
        assertThat(folder.resolve("compared/replay.csv")).hasBinaryContent(table);
        assertThat(Files.readString(data.resolve("custody/log.jsonl")))
                .contains("\"what\":\"replay\"", "\"serves\":\"false\"", "\"report\":\"");

        assertThat(command.runOver(data, "replay", "generations")).isZero();
        String beside = command.out()
                .lines()
                .filter(line -> line.contains(" beside ") && !line.contains("g7-"))
                .findFirst()
                .orElseThrow();
        String name = beside.substring(0, beside.indexOf(' '));
        assertThat(command.out()).containsOnlyOnce(" serves ");

        assertThat(command.runOver(data, "replay", "generations", "--dry-run")).isEqualTo(2);
        assertThat(command.runOver(data, "replay", "generations", "--clean", "--keep", "0", "--beside", "--dry-run"))
                .isZero();
        assertThat(command.out()).contains(name + ": would be deleted");
        long statements = sample.line().all("").size();
        assertThat(command.runOver(data, "replay", "generations", "--clean", "--keep", "0", "--beside"))
                .as(command.err())
                .isZero();
        assertThat(command.out()).contains(name + ": deleted");
        assertThat(command.runOver(data, "replay", "generations")).isZero();
        assertThat(command.out()).hasLineCount(1).contains(" serves ");
        assertThat(sample.line().all("")).hasSize((int) statements);
        assertThat(new TestingGenerations(data).topics(sample.line().kafka()))
                .noneMatch(topic -> topic.contains(name))
                .anyMatch(topic -> topic.endsWith("documents"));
    }

    /** The settings of the line, as a file. */
    private Path settingsFile() throws IOException {
        WatchwordConfig settings = settings();
        Path file = folder.resolve("settings.yaml");
        Files.writeString(
                file,
                "ingest:\n  sourcesFolder: " + settings.ingest().sourcesFolder() + "\nanalyze:\n  rulesFolder: "
                        + settings.analyze().rulesFolder() + "\n  languagesFolder: "
                        + settings.analyze().languagesFolder() + "\n  lexiconsFolders: "
                        + settings.analyze().lexiconsFolders() + "\n");
        return file;
    }

    private UnaryOperator<Document> reading() {
        return new Reextraction(
                new ArchiveFolder(sample.line().data().resolve("archive")),
                new HtmlExtractor(),
                SourceCatalog.load(settings().ingest().sourcesFolder()))::again;
    }

    private List<CSVRecord> changes() throws IOException {
        String csv = Files.readString(folder.resolve("report/replay.csv"));
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    private Replay.Outcome replay(int rate, UnaryOperator<Document> reading) throws IOException, InterruptedException {
        return replay("g2-12345678-", rate, reading, true);
    }

    private String prefix(String generation) {
        return settings().elasticsearch().indexPrefix() + generation;
    }

    private Replay.Outcome replay(String generation, int rate, UnaryOperator<Document> reading, boolean serve)
            throws IOException, InterruptedException {
        TestingLine line = sample.line();
        WatchwordConfig settings = settings();
        Map<String, String> environment = environment();
        environment.put("WATCHWORD_KAFKA_TOPIC_PREFIX", settings.kafka().topicPrefix() + generation);
        environment.put("WATCHWORD_ELASTICSEARCH_INDEX_PREFIX", prefix(generation));
        environment.put(
                "WATCHWORD_ANALYZE_RULES_FOLDER", folder.resolve("rules").toString());
        List<String> talk = new CopyOnWriteArrayList<>();
        List<URI> elasticsearch = Endpoints.running(line.data()).orElseThrow().elasticsearch().stream()
                .map(URI::create)
                .toList();
        return new Replay(
                        ConfigLoader.load(TestingLine.config().resolve("watchword.yaml"), environment),
                        settings.kafka().topicPrefix(),
                        settings.elasticsearch().indexPrefix(),
                        folder.resolve("state").resolve(generation),
                        line.kafka(),
                        elasticsearch,
                        models,
                        reading,
                        InstantSource.system(),
                        talk::add)
                .run(
                        new ReplayRange(Replay.ALWAYS, Replay.FOREVER, true, rate),
                        folder.resolve("report"),
                        Map.of("rules", "without dehumanization"),
                        serve);
    }

    private WatchwordConfig settings() {
        return ConfigLoader.load(TestingLine.config().resolve("watchword.yaml"), environment());
    }

    private Map<String, String> environment() {
        return new HashMap<>(sample.environment());
    }

    private static boolean has(JsonNode statement, String family) {
        for (JsonNode flag : statement.get("flags")) {
            if (flag.get("category").asString().startsWith(family)) {
                return true;
            }
        }
        return false;
    }

    /** What the changed rules do not touch, by id, as it is told. */
    private static Map<String, String> others(List<JsonNode> statements) {
        Map<String, String> others = new HashMap<>();
        statements.stream()
                .filter(s -> !has(s, GONE))
                .forEach(s -> others.put(s.get("id").asString(), s.toString()));
        return others;
    }
}
