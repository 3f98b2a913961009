package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRevisit;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/** Captures that bring no new bytes name the record which holds them. */
class RevisitTest {

    private static final Instant LATER = TestingCaptures.NOON.plus(Duration.ofDays(1));
    private static final String TEXT = "<p>The ferry left on time.</p>";

    private final Path folder;

    RevisitTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Archive open(String instance) throws IOException {
        return Archive.open(folder, instance, 1 << 20, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test");
    }

    private static CapturedExchange again(String url) {
        return TestingCaptures.page(url, LATER, TEXT);
    }

    private static CapturedExchange notModified(String text) {
        return new CapturedExchange(
                TestingCaptures.URL,
                LATER,
                TestingCaptures.latin1("GET /a HTTP/1.1\r\nIf-None-Match: \"1\"\r\n\r\n"),
                TestingCaptures.latin1("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"),
                new byte[0],
                ContentHash.sha256Hex(text),
                "203.0.113.7");
    }

    private WarcRevisit revisit(ArchiveRef ref) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(ref.file()), StandardOpenOption.READ);
        channel.position(ref.offset());
        // Left open for the record; the folder goes with the test.
        return (WarcRevisit) new WarcReader(channel).next().orElseThrow();
    }

    @Test
    void theSameBytesFromTheSameAddressOrAnotherAreKeptOnce() throws Exception {
        try (Archive archive = open("")) {
            ArchiveRef first = archive.exchange(TestingCaptures.page(TEXT));
            for (String url : List.of(TestingCaptures.URL, "https://m.vale.example.org/a")) {
                ArchiveRef ref = archive.exchange(again(url));
                assertThat(ref.sha256()).isEqualTo(first.sha256());

                WarcRevisit revisit = revisit(ref);
                assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
                assertThat(revisit.refersTo().orElseThrow()).hasToString(first.recordId());
                assertThat(revisit.refersToTargetURI().orElseThrow()).hasToString(TestingCaptures.URL);
                assertThat(revisit.refersToDate()).contains(TestingCaptures.NOON);
                assertThat(revisit.headers().first("WARC-Truncated")).contains("length");
                assertThat(revisit.http().headers().first("x-ODD")).contains("kept");

                ArchivedRecord read = archive.read(ref);
                assertThat(read.type()).isEqualTo("revisit");
                assertThat(read.url()).isEqualTo(url);
                assertThat(read.capturedAt()).isEqualTo(LATER);
                assertThat(read.payload()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
                assertThat(read.payloadRecordId()).isEqualTo(first.recordId());
                assertThat(read.contentType()).isEqualTo("text/html");
            }
        }
    }

    @Test
    void aNotModifiedAnswerRefersToTheBytesAskedAbout() throws Exception {
        try (Archive archive = open("")) {
            archive.exchange(TestingCaptures.page("older"));
            ArchiveRef asked = archive.exchange(TestingCaptures.page(TEXT));
            ArchiveRef ref = archive.notModified(notModified(TEXT)).orElseThrow();

            WarcRevisit revisit = revisit(ref);
            assertThat(revisit.profile()).isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1);
            assertThat(revisit.refersTo().orElseThrow()).hasToString(asked.recordId());
            assertThat(revisit.http().status()).isEqualTo(304);
            assertThat(revisit.headers().first("WARC-Truncated")).isEmpty();
            ArchivedRecord read = archive.read(ref);
            assertThat(read.payload()).asString().isEqualTo(TEXT);
            assertThat(read.contentType()).isEqualTo("text/html");
        }
    }

    @Test
    void whatIsNotInTheArchiveCannotBeReferredTo() throws Exception {
        try (Archive archive = open("")) {
            assertThat(archive.notModified(notModified(TEXT))).isEmpty();
            assertThat(archive.revisit(again(TestingCaptures.URL))).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void anEmptyAnswerIsNoRevisitOfAnotherEmptyAnswer() throws Exception {
        try (Archive archive = open("")) {
            CapturedExchange empty = new CapturedExchange(
                    TestingCaptures.URL,
                    LATER,
                    new byte[0],
                    TestingCaptures.latin1("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                    new byte[0],
                    ContentHash.sha256Hex(""),
                    null);
            archive.exchange(empty);
            assertThat(archive.read(archive.exchange(empty)).type()).isEqualTo("response");
        }
    }

    @Test
    void aRevisitIsResolvedAcrossFilesAndAfterARestart() throws Exception {
        ArchiveRef first;
        try (Archive archive = open("")) {
            first = archive.exchange(TestingCaptures.page(TEXT));
        }
        ArchiveRef second;
        try (Archive small = Archive.open(folder, 1, InstantSource.fixed(LATER), "Watchword/test")) {
            second = small.exchange(again(TestingCaptures.URL));
        }
        assertThat(second.file()).isNotEqualTo(first.file());
        assertThat(new ArchiveFolder(folder).read(second).payloadRecordId()).isEqualTo(first.recordId());
    }

    @Test
    void eachFetcherRefersToItsOwnRecordsOnly() throws Exception {
        try (Archive one = open("north");
                Archive other = open("south")) {
            ArchiveRef first = one.exchange(TestingCaptures.page(TEXT));
            ArchiveRef second = other.exchange(again(TestingCaptures.URL));
            assertThat(first.file()).startsWith("north/watchword-north-");
            assertThat(second.file()).startsWith("south/watchword-south-");
            ArchiveFolder both = new ArchiveFolder(folder);
            assertThat(both.read(first).type()).isEqualTo("response");
            assertThat(both.read(second).type()).isEqualTo("response");
            assertThat(both.find(TestingCaptures.URL)).hasSize(2);
            assertThat(one.read(second).payload()).asString().isEqualTo(TEXT);
        }
    }

    @Test
    void aRevisitWhoseOriginalIsGoneSaysWhatIsMissing() throws Exception {
        ArchiveRef first;
        try (Archive archive = open("")) {
            first = archive.exchange(TestingCaptures.page(TEXT));
        }
        ArchiveRef second;
        try (Archive small = Archive.open(folder, 1, InstantSource.fixed(LATER), "Watchword/test")) {
            second = small.exchange(again(TestingCaptures.URL));
        }
        Files.delete(folder.resolve(first.file()));
        assertThatThrownBy(() -> new ArchiveFolder(folder).read(second))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(first.recordId())
                .hasMessageContaining(TestingCaptures.URL)
                .hasMessageContaining("not in this archive");
    }

    @Test
    void metadataTellsHowACaptureCameAndCannotSmuggleFields() throws Exception {
        try (Archive archive = open("")) {
            ArchiveRef ref = archive.exchange(TestingCaptures.page(TEXT)
                    .with(Map.of("title", "One\r\nvia: https://elsewhere.example/\u2028 two \u0531")));
            archive.sync(ref);
            Optional<String> fields = Optional.empty();
            try (WarcReader reader = new WarcReader(folder.resolve(ref.file()))) {
                for (var record : reader) {
                    if ("metadata".equals(record.type())) {
                        assertThat(record.headers().first("WARC-Concurrent-To")).contains('<' + ref.recordId() + '>');
                        fields = Optional.of(new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            assertThat(fields).contains("title: One via: https://elsewhere.example/\u2028 two \u0531\r\n");
        }
    }
}
