package org.watchword.ingest.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/** What is done to a custody log, or behind its back, is found. */
class CustodyLogTest {

    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private Instant now = NOON;

    @SuppressWarnings("NullAway.Init")
    private CustodyLog log;

    @BeforeEach
    void open() {
        now = NOON;
        log = new CustodyLog(data.resolve("custody"), "ada@test", () -> now);
    }

    private ArchiveFolder archive() {
        return new ArchiveFolder(data.resolve("archive"));
    }

    private CustodyCheck.Result check() throws IOException {
        return check("");
    }

    private CustodyCheck.Result check(String known) throws IOException {
        return new CustodyCheck(log, archive(), Rfc3161Check.trustingNobody()).check(known);
    }

    private void append(int entries) throws IOException {
        for (int i = 1; i <= entries; i++) {
            log.append(CustodyEvent.REVIEW, Map.of("statement", "s" + i, "verdict", "right"));
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(log.file()));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(log.file(), String.join("\n", lines) + "\n");
    }

    @Test
    void linesAreChainedByTheDigestOfTheLineBefore() throws IOException {
        append(2);
        List<String> lines = lines();
        assertThat(lines.get(0))
                .isEqualTo("{\"seq\":1,\"at\":\"2031-05-06T12:00:00Z\",\"who\":\"ada@test\",\"what\":\"review\","
                        + "\"detail\":{\"statement\":\"s1\",\"verdict\":\"right\"},\"prev\":\"" + "0".repeat(64)
                        + "\"}");
        assertThat(lines.get(1)).endsWith("\"prev\":\"" + ContentHash.sha256Hex(lines.get(0)) + "\"}");
        CustodyCheck.Result result = check();
        assertThat(result.problems()).isEmpty();
        assertThat(result.entries()).isEqualTo(2);
        assertThat(result.head()).isEqualTo(ContentHash.sha256Hex(lines.get(1)));
    }

    @Test
    void anEmptyLogIsInOrder() throws IOException {
        assertThat(check().problems()).isEmpty();
        assertThat(check("f".repeat(64)).problems()).singleElement().asString().contains("no line has the digest");
    }

    @Test
    void aLineThatWasChangedIsNamed() throws IOException {
        append(4);
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("right", "wrong"));
        write(lines);
        assertThat(check().problems())
                .singleElement()
                .asString()
                .contains("log.jsonl:3: it names "
                        + ContentHash.sha256Hex(lines.get(1).replace("wrong", "right")))
                .endsWith("that line was changed");
    }

    @Test
    void theLastLineChangedIsGivenAwayByTheHead() throws IOException {
        append(3);
        List<String> lines = lines();
        lines.set(2, lines.get(2).replace("right", "wrong"));
        write(lines);
        assertThat(check().problems()).singleElement().asString().contains("had been written: that line was changed");
    }

    @Test
    void aLineTakenOutIsNamed() throws IOException {
        append(4);
        List<String> lines = lines();
        lines.remove(1);
        write(lines);
        assertThat(check().problems()).first().asString().contains("log.jsonl:2: entries 2 to 2 are missing before it");
    }

    @Test
    void linesThatChangedPlacesAreNamed() throws IOException {
        append(4);
        List<String> lines = lines();
        lines.add(1, lines.remove(2));
        write(lines);
        assertThat(check().problems())
                .anyMatch(problem -> problem.contains("log.jsonl:3: entry 2 stands behind entry 3"));
    }

    @Test
    void linesCutOffAtTheEndAreGivenAwayByTheHead() throws IOException {
        append(4);
        String known = check().head();
        write(lines().subList(0, 2));
        assertThat(check().problems()).singleElement().asString().contains("entries 3 to 4 are missing at the end");
        Files.delete(log.files().head());
        assertThat(check().problems()).singleElement().asString().contains("head.json is missing");
        assertThat(check(known).problems())
                .as("a head that was noted elsewhere needs no file beside the log")
                .anyMatch(problem -> problem.contains("no line has the digest " + known));
    }

    @Test
    void whoWritesTheLogAnewAndTheHeadTooIsGivenAwayByAHeadNotedElsewhere() throws IOException {
        append(4);
        String known = check().head();
        Files.delete(log.file());
        Files.delete(log.files().head());
        append(3);
        assertThat(check().problems()).isEmpty();
        assertThat(check(known).problems()).singleElement().asString().contains("written anew since that was noted");
    }

    @Test
    void workGoesOnBehindALogThatWasCutAndSaysSo() throws IOException {
        append(4);
        write(lines().subList(0, 2));
        append(1);
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(2)).contains("\"what\":\"broken\"");
        assertThat(check().problems())
                .singleElement()
                .asString()
                .contains("log.jsonl:3: on 2031-05-06T12:00:00Z the log ended with");
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsCutOffAndNoted() throws IOException {
        append(2);
        Files.writeString(log.file(), Files.readString(log.file()) + "{\"seq\":3,\"at");
        assertThat(check().problems()).isNotEmpty();
        append(1);
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(2)).contains("\"what\":\"repair\"", "\"bytes\":\"12\"");
        assertThat(check().problems()).isEmpty();
    }

    @Test
    void aCrashBetweenLineAndHeadIsNoTampering() throws IOException {
        append(2);
        byte[] head = Files.readAllBytes(log.files().head());
        append(1);
        Files.write(log.files().head(), head);
        assertThat(check().problems()).isEmpty();
        append(1);
        assertThat(lines()).noneMatch(line -> line.contains("broken"));
        assertThat(check().problems()).isEmpty();
    }

    @Test
    void aDayEndsWithALineOfItsOwn() throws IOException {
        append(1);
        now = NOON.plusSeconds(86_400);
        append(1);
        now = NOON.plusSeconds(3 * 86_400);
        log.endDays();
        log.endDays();
        assertThat(lines().stream().map(CustodyLogTest::what)).containsExactly("review", "day", "review", "day");
        assertThat(lines().get(1)).contains("\"detail\":{\"day\":\"2031-05-06\"}");
        assertThat(check().days()).isEqualTo(2);
    }

    private static String what(String line) {
        return line.replaceFirst(".*\"what\":\"(\\w+)\".*", "$1");
    }

    @Test
    void severalWritersDoNotLoseEachOthersLines() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> done = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = "s" + i;
                Callable<String> append =
                        () -> new CustodyLog(data.resolve("custody"), "ada@test", InstantSource.fixed(NOON))
                                .append(CustodyEvent.VERIFY, Map.of("statements", id));
                done.add(writers.submit(append));
            }
            for (Future<String> one : done) {
                one.get();
            }
        } finally {
            writers.shutdown();
        }
        assertThat(check().problems()).isEmpty();
        assertThat(check().entries()).isEqualTo(40);
    }

    @Test
    void whatWasCapturedIsEnteredOnceByStretches() throws IOException {
        ArchiveWatch watch = new ArchiveWatch(archive(), log);
        assertThat(watch.note()).as("no archive yet").isZero();
        resource("one");
        resource("two");
        assertThat(watch.note()).isEqualTo(2);
        assertThat(watch.note()).isZero();
        resource("three");
        assertThat(new ArchiveWatch(archive(), log).note())
                .as("another run goes on where the last ended")
                .isEqualTo(1);
        assertThat(lines()).hasSize(2);
        CustodyEntry second = CustodyFiles.parse(lines().get(1).getBytes(StandardCharsets.UTF_8));
        CustodyEntry first = CustodyFiles.parse(lines().get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(second.detail("from")).isEqualTo(first.detail("to"));
        Path file = archive().files().get(0);
        assertThat(second.number("to")).isEqualTo(Files.size(file));
        String cdxj =
                Files.readAllLines(file.resolveSibling(
                                file.getFileName().toString().replace(".warc.gz", ".cdxj")))
                        .stream()
                        .filter(line -> line.contains("three"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat);
        assertThat(second.detail("cdxj")).isEqualTo(ContentHash.sha256Hex(cdxj));
        assertThat(check().captures()).isEqualTo(2);
        assertThat(check().problems()).isEmpty();
    }

    @Test
    void anArchiveChangedBehindItsBackIsNamed() throws IOException {
        resource("one");
        new ArchiveWatch(archive(), log).note();
        Path file = archive().files().get(0);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        assertThat(check().problems())
                .singleElement()
                .asString()
                .contains("log.jsonl:1: the bytes 0 to " + whole.length + " of ", "were changed: their SHA-256 is");
        Files.write(file, java.util.Arrays.copyOf(whole, 10));
        assertThat(check().problems()).singleElement().asString().contains("are gone: the file has only 10");
        Files.delete(file);
        assertThat(check().problems()).singleElement().asString().contains("there is no such file");
    }

    private void resource(String name) throws IOException {
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1 << 20, InstantSource.fixed(NOON), "Watchword/test")) {
            archive.resource(
                    "urn:watchword:s:" + name,
                    NOON,
                    "text/plain;charset=utf-8",
                    name.getBytes(StandardCharsets.UTF_8),
                    ContentHash.sha256Hex(name));
        }
    }

    @Test
    void detailsAreSortedSoThatTheSameEventGivesTheSameLine() {
        CustodyEntry entry =
                CustodyEntry.of(1, NOON, "w", CustodyEvent.EXPORT, new TreeMap<>(Map.of("b", "2", "a", "1")), "p");
        assertThat(entry.detail().firstKey()).isEqualTo("a");
        assertThat(entry.number("b")).isEqualTo(2);
        assertThat(entry.number("c")).isEqualTo(-1);
        assertThat(entry.detail("c")).isEmpty();
    }
}
