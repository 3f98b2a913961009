package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

class ArchiveTest {

    private static final String PAGE = "<p>Ararat \u0531\u0580</p>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Archive open(long maxFileBytes) throws IOException {
        return Archive.open(folder, maxFileBytes, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test");
    }

    private List<String> typesReadByPlainJwarc(Path file) throws IOException {
        List<String> types = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file)) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                types.add(record.type());
                record.body().consume();
                if (record.blockDigest().isPresent()) {
                    assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
                }
            }
        }
        return types;
    }

    private Path onlyFile() throws IOException {
        List<Path> files = WarcFile.list(folder);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    @Test
    void whatIsWrittenIsReadBackAndByPlainJwarcToo() throws Exception {
        ArchiveRef ref;
        try (Archive archive = open(1 << 20)) {
            ref = archive.exchange(TestingCaptures.page(PAGE));
            archive.sync(ref);
            ArchivedRecord record = archive.read(ref);
            assertThat(record.payload()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
            assertThat(record.url()).isEqualTo("https://vale.example.org/a");
            assertThat(record.capturedAt()).isEqualTo(TestingCaptures.NOON);
            assertThat(record.httpHeaders()).containsKey("x-ODD");
        }
        assertThat(typesReadByPlainJwarc(onlyFile())).containsExactly("warcinfo", "response", "request");
        try (FileChannel channel = FileChannel.open(folder.resolve(ref.file()), StandardOpenOption.READ)) {
            channel.position(ref.offset());
            try (WarcReader reader = new WarcReader(channel)) {
                WarcResponse response = (WarcResponse) reader.next().orElseThrow();
                assertThat(response.id()).hasToString(ref.recordId());
                assertThat(response.version()).hasToString("WARC/1.1");
                assertThat(response.http().bodyDecoded().stream().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(PAGE);
            }
        }
    }

    @Test
    void filesAreRotatedBySize() throws Exception {
        List<ArchiveRef> refs = new ArrayList<>();
        try (Archive archive = open(2000)) {
            for (int i = 0; i < 10; i++) {
                refs.add(archive.exchange(TestingCaptures.page("page " + i)));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(archive.read(refs.get(i)).payload()).asString().isEqualTo("page " + i);
            }
        }
        assertThat(WarcFile.list(folder)).hasSizeGreaterThan(2);
        for (Path file : WarcFile.list(folder)) {
            assertThat(typesReadByPlainJwarc(file).get(0)).isEqualTo("warcinfo");
        }
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        ArchiveRef ref;
        try (Archive archive = open(1 << 20)) {
            ref = archive.resource(
                    "urn:watchword:s:1",
                    TestingCaptures.NOON,
                    "application/json",
                    new byte[] {'{', '}'},
                    ContentHash.sha256Hex("{}"));
        }
        ArchiveRef other = new ArchiveRef(ref.file(), ref.offset(), ref.recordId(), ContentHash.sha256Hex("[]"));
        assertThatThrownBy(() -> new ArchiveFolder(folder).read(other))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("SHA-256");
        ArchiveRef outside = new ArchiveRef("../x", 0, "urn:x", "");
        assertThatThrownBy(() -> new ArchiveFolder(folder).read(outside))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("outside");
    }
}
