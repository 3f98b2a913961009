package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.watchword.model.Document;
import org.watchword.model.Statement;
import picocli.CommandLine;
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

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

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
                new Document(
                        ContentHash.documentId(URN),
                        "vale",
                        "The Vale",
                        URN,
                        URN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "en",
                        null,
                        null,
                        null,
                        TEXT,
                        List.of(),
                        digest,
                        NOON,
                        ref));
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        return line.execute(all);
    }

    @Test
    void anUntouchedStatementHolds() throws IOException {
        assertThat(run("evidence", "verify", claim.statement().id(), "--from", claims.toString()))
                .as(out + "" + err)
                .isZero();
        assertThat(out.toString())
                .contains(claim.statement().id() + "  holds", "“" + WORDS + "”", "holds      extraction")
                .doesNotContain("differs");
        assertThat(err.toString()).contains("1 statement verified, everything holds");
        assertThat(Files.readString(folder.resolve("custody/log.jsonl")))
                .contains("\"what\":\"verify\"", "\"failed\":\"0\"");
        assertThat(run("evidence", "verify", "--all", "--json", "--from", claims.toString()))
                .isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).get("holds").asBoolean())
                .isTrue();
    }

    @Test
    void whatDiffersIsSaidAndEndsWithOne() throws IOException {
        Files.writeString(claims, Files.readString(claims).replace("Nobody", "Nobudy"));
        assertThat(run("evidence", "verify", "--all", "--from", claims.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("DIFFERS", "SHA-256 of the text is", "“ody answered.” where “udy answered.”");
        assertThat(run("evidence", "verify", "0".repeat(32), "--from", claims.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("0".repeat(32) + ": no such statement");
    }

    @Test
    void wrongUsageEndsWithTwoAndUnreadableInputWithOne() throws IOException {
        assertThat(run("evidence")).isEqualTo(2);
        assertThat(run("evidence", "verify")).isEqualTo(2);
        assertThat(run("evidence", "verify", "x", "--all")).isEqualTo(2);
        assertThat(run("evidence", "export", "x", "--output", "x.zip")).isEqualTo(2);
        assertThat(run("evidence", "custody", "verify", "--head", "12")).isEqualTo(2);
        assertThat(run("evidence", "verify", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("No watchword runs over the data folder");
        Files.writeString(claims, "{}\n");
        assertThat(run("evidence", "verify", "x", "--from", claims.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("claims.jsonl:1: neither a claim").doesNotContain("\tat ");
    }

    @Test
    void aPackageIsExportedAndVerifiedElsewhere() throws IOException {
        Path file = folder.resolve("e.wacz");
        String id = claim.statement().id();
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--output", file.toString()))
                .as(err.toString())
                .isZero();
        byte[] first = Files.readAllBytes(file);
        assertThat(out.toString()).startsWith(ContentHash.sha256Hex(first) + "  ");
        assertThat(Files.readString(folder.resolve("custody/log.jsonl")))
                .contains("\"what\":\"export\"", ContentHash.sha256Hex(first));
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--output", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--force");
        assertThat(run("evidence", "export", id, "--from", claims.toString(), "--force", "--output", file.toString()))
                .isZero();
        assertThat(Files.readAllBytes(file)).as("the same bytes").isEqualTo(first);

        Files.move(folder.resolve("archive"), folder.resolve("gone"));
        assertThat(run("evidence", "verify", id, "--from", file.toString())).isZero();
        assertThat(out.toString()).contains("unchecked  custody");
        first[new String(first, StandardCharsets.ISO_8859_1).indexOf("Nobody answered")] ^= 1;
        Files.write(file, first);
        assertThat(run("evidence", "verify", id, "--from", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("changed after it was packed").doesNotContain("\tat ");
    }

    @Test
    void theCustodyLogIsVerified() throws IOException {
        assertThat(run("evidence", "custody", "verify")).isZero();
        String head = out.toString().strip().replace("head ", "");
        assertThat(head).hasSize(64);
        assertThat(run("evidence", "custody", "show")).isZero();
        assertThat(out.toString()).startsWith("1\t").contains("\tcapture\t", "captures=1");
        assertThat(run("evidence", "custody", "verify", "--head", head)).isZero();
        Path log = folder.resolve("custody/log.jsonl");
        Files.writeString(log, Files.readString(log).replace("\"captures\":\"1\"", "\"captures\":\"2\""));
        assertThat(run("evidence", "custody", "verify", "--head", head)).isEqualTo(1);
        assertThat(out.toString()).contains("that line was changed", "no line has the digest " + head);
    }
}
