package org.watchword.ingest.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/** Heads of days are stamped by an authority, and the stamps are verified. */
class TimestampTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private TestingAuthority authority;

    private Instant now = Instant.parse("2031-05-06T12:00:00Z");

    @BeforeEach
    void start() throws Exception {
        authority = new TestingAuthority();
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private CustodyLog log() {
        return new CustodyLog(data.resolve("custody"), "ada@test", () -> now);
    }

    private CustodyKeeper keeper() {
        ArchiveWatch watch = new ArchiveWatch(new ArchiveFolder(data.resolve("archive")), log());
        return new CustodyKeeper(watch, log(), Optional.of(new Rfc3161Authority(authority.address())));
    }

    private CustodyCheck.Result check(TimestampCheck timestamps) throws IOException {
        return new CustodyCheck(log(), new ArchiveFolder(data.resolve("archive")), timestamps).check("");
    }

    /** A day with one entry, ended and stamped. */
    private void stampedDay() throws IOException {
        log().append(CustodyEvent.EXPORT, Map.of("statements", "1"));
        now = now.plusSeconds(86_400);
        keeper().round();
    }

    @Test
    void theHeadOfADayIsStampedOnce() throws Exception {
        stampedDay();
        keeper().round();
        assertThat(authority.asked).hasValue(1);
        assertThat(data.resolve("custody/days/2031-05-06.tsr")).exists();
        assertThat(Files.readAllLines(log().file()).get(2))
                .contains("\"what\":\"timestamp\"", "\"day\":\"2031-05-06\"", "\"time\":\"2031-05-07T00:00:05Z\"");

        CustodyCheck.Result trusted = check(Rfc3161Check.trusting(authority.writeRoot(data.resolve("root.pem"))));
        assertThat(trusted.problems()).isEmpty();
        assertThat(trusted.notes()).isEmpty();
        assertThat(trusted.stamped()).isEqualTo(1);
    }

    @Test
    void aStampOfNobodyKnownIsSaidToBe() throws Exception {
        stampedDay();
        CustodyCheck.Result result = check(Rfc3161Check.trustingNobody());
        assertThat(result.problems()).isEmpty();
        assertThat(result.notes()).singleElement().asString().contains("CN=Marenthia Time", "was not checked");
        try (TestingAuthority other = new TestingAuthority()) {
            assertThat(check(Rfc3161Check.trusting(other.writeRoot(data.resolve("other.pem"))))
                            .notes())
                    .as("a root of the same name with another key")
                    .singleElement()
                    .asString()
                    .contains("none of the trusted certificates vouches for");
        }
    }

    @Test
    void aDayIsStampedLaterWhenTheAuthorityWasDown() throws Exception {
        authority.down = true;
        stampedDay();
        assertThat(data.resolve("custody/days")).doesNotExist();
        authority.down = false;
        keeper().round();
        assertThat(check(Rfc3161Check.trustingNobody()).stamped()).isEqualTo(1);
    }

    @Test
    void aStampThatWasChangedOrIsOfSomethingElseIsNoticed() throws Exception {
        stampedDay();
        Path file = data.resolve("custody/days/2031-05-06.tsr");
        byte[] answer = Files.readAllBytes(file);
        byte[] changed = answer.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);
        assertThat(check(Rfc3161Check.trustingNobody()).problems())
                .singleElement()
                .asString()
                .contains("was changed: its digest is not the one in the log");
        assertThat(Rfc3161Check.trustingNobody().check(changed, head()).genuine())
                .as("a signature that does not hold")
                .isFalse();
        assertThat(Rfc3161Check.trustingNobody().check(answer, "0".repeat(64)).words())
                .contains("it is a timestamp of " + head() + ", not of 000");
        Files.delete(file);
        assertThat(check(Rfc3161Check.trustingNobody()).problems())
                .singleElement()
                .asString()
                .contains("is gone");
    }

    private String head() throws IOException {
        return ContentHash.sha256Hex(Files.readAllLines(log().file()).get(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAuthorityThatRefusesIsNamed() {
        authority.down = true;
        assertThatThrownBy(() -> new Rfc3161Authority(authority.address()).stamp("0".repeat(64)))
                .hasMessageContaining(authority.address() + " answered 503");
    }

    /** A program that is not ours comes to the same. */
    @Test
    void opensslVerifiesTheStampOfADay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl on this machine");
        stampedDay();
        Path root = authority.writeRoot(data.resolve("root.pem"));
        Process process = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "ts",
                        "-verify",
                        "-digest",
                        head(),
                        "-in",
                        data.resolve("custody/days/2031-05-06.tsr").toString(),
                        "-CAfile",
                        root.toString(),
                        "-attime",
                        Long.toString(TestingAuthority.TIME.getEpochSecond()))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("Verification: OK");
    }
}
