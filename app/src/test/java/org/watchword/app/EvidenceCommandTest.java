package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.evidence.Claim;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Statement;
import tools.jackson.databind.json.JsonMapper;

/** Evidence on the command line, with no server running. */
class EvidenceCommandTest {

    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");
    private static final String URN = "urn:watchword:vale:1";
    private static final String TEXT = "Oren Dask spoke: “The Yelkun 🐺 are wolves.”\n\nNobody answered.";
    private static final String WORDS = "The Yelkun 🐺 are wolves.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final TestingCommand command = new TestingCommand();

    @SuppressWarnings("NullAway.Init")
    private Claim claim;

    @SuppressWarnings("NullAway.Init")
    private Path claims;

    @BeforeEach
    void capture() throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        ArchiveRef ref;
        try (Archive archive =
                Archive.open(folder.resolve("archive"), 1 << 20, InstantSource.fixed(NOON), "Watchword/test")) {
            ref = archive.resource(URN, NOON, "text/plain;charset=utf-8", bytes, ContentHash.sha256Hex(bytes));
        }
        claim = claim(ref);
        claims = Files.writeString(
                folder.resolve("claims.jsonl"), JsonMapper.shared().writeValueAsString(claim));
        assertThat(run("evidence", "custody", "note")).isZero();
    }

    private static Claim claim(ArchiveRef ref) {
        String digest = ContentHash.sha256Hex(TEXT);
        int start = TEXT.indexOf(WORDS);
        return new Claim(
                new Statement(
                        ContentHash.statementId(URN, digest, start, start + WORDS.length()),
                        start,
                        start + WORDS.length(),
                        WORDS,
                        null,
                        List.of()),
                TestingDocuments.of(URN, TEXT, NOON, ref));
    }

    private int run(String... arguments) {
        return command.runOver(folder, arguments);
    }

    @Test
    void anUntouchedStatementHolds() throws IOException {
        assertThat(run("evidence", "verify", claim.statement().id(), "--from", claims.toString()))
                .as(command.out() + command.err())
                .isZero();
        assertThat(command.out())
                .contains(claim.statement().id() + "  holds", "“" + WORDS + "”", "holds      extraction")
                .doesNotContain("differs");
        assertThat(command.err()).contains("1 statement verified, everything holds");
        assertThat(Files.readString(folder.resolve("custody/log.jsonl")))
                .contains("\"what\":\"verify\"", "\"failed\":\"0\"");
        assertThat(run("evidence", "verify", "--all", "--json", "--from", claims.toString()))
                .isZero();
        assertThat(JsonMapper.shared().readTree(command.out()).get("holds").asBoolean())
                .isTrue();
    }

    @Test
    void whatDiffersIsSaidAndEndsWithOne() throws IOException {
        Files.writeString(claims, Files.readString(claims).replace("Nobody", "Nobudy"));
        assertThat(run("evidence", "verify", "--all", "--from", claims.toString()))
                .isEqualTo(1);
        assertThat(command.out())
                .contains("DIFFERS", "SHA-256 of the text is", "“ody answered.” where “udy answered.”");
        assertThat(run("evidence", "verify", "0".repeat(32), "--from", claims.toString()))
                .isEqualTo(1);
        assertThat(command.err()).contains("0".repeat(32) + ": no such statement");
    }

    @Test
    void wrongUsageEndsWithTwoAndUnreadableInputWithOne() throws IOException {
        assertThat(run("evidence")).isEqualTo(2);
        assertThat(run("evidence", "verify")).isEqualTo(2);
        assertThat(run("evidence", "verify", "x", "--all")).isEqualTo(2);
        assertThat(run("evidence", "export", "x", "--output", "x.zip")).isEqualTo(2);
        assertThat(run("evidence", "custody", "verify", "--head", "12")).isEqualTo(2);
        assertThat(run("evidence", "verify", "x")).isEqualTo(1);
        assertThat(command.err()).contains("No watchword runs over the data folder");
        Files.writeString(claims, "{}\n");
        assertThat(run("evidence", "verify", "x", "--from", claims.toString())).isEqualTo(1);
        assertThat(command.err()).contains("claims.jsonl:1: neither a claim").doesNotContain("\tat ");
    }

    @Test
    void aPackageIsExportedAndVerifiedElsewhere() throws IOException {
        Path file = folder.resolve("e.wacz");
        String id = claim.statement().id();
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--output", file.toString()))
                .as(command.err())
                .isZero();
        byte[] first = Files.readAllBytes(file);
        assertThat(command.out()).startsWith(ContentHash.sha256Hex(first) + "  ");
        assertThat(Files.readString(folder.resolve("custody/log.jsonl")))
                .contains("\"what\":\"export\"", ContentHash.sha256Hex(first));
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--output", file.toString()))
                .isEqualTo(1);
        assertThat(command.err()).contains("--force");
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--force", "--output", file.toString()))
                .isZero();
        assertThat(Files.readAllBytes(file)).as("the same bytes").isEqualTo(first);

        Files.move(folder.resolve("archive"), folder.resolve("gone"));
        assertThat(run("evidence", "verify", id, "--from", file.toString())).isZero();
        assertThat(command.out()).contains("unchecked  custody");
        first[new String(first, StandardCharsets.ISO_8859_1).indexOf("Nobody answered")] ^= 1;
        Files.write(file, first);
        assertThat(run("evidence", "verify", id, "--from", file.toString())).isEqualTo(1);
        assertThat(command.err()).contains("changed after it was packed").doesNotContain("\tat ");
    }

    @Test
    void theCustodyLogIsVerified() throws IOException {
        assertThat(run("evidence", "custody", "verify")).isZero();
        String head = command.out().strip().replace("head ", "");
        assertThat(head).hasSize(64);
        assertThat(run("evidence", "custody", "show")).isZero();
        assertThat(command.out()).startsWith("1\t").contains("\tcapture\t", "captures=1");
        assertThat(run("evidence", "custody", "verify", "--head", head)).isZero();
        Path log = folder.resolve("custody/log.jsonl");
        Files.writeString(log, Files.readString(log).replace("\"captures\":\"1\"", "\"captures\":\"2\""));
        assertThat(run("evidence", "custody", "verify", "--head", head)).isEqualTo(1);
        assertThat(command.out()).contains("that line was changed", "no line has the digest " + head);
    }
}
