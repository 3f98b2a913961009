package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

class FileIndexTest {

    private final Path folder;

    FileIndexTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Archive open(long maxFileBytes) throws IOException {
        return Archive.open(folder, maxFileBytes, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test");
    }

    private static String url(int n) {
        return "https://www.vale.example.org/news/" + n + "?z=1&a=" + (n % 7);
    }

    private static Instant at(int n) {
        return TestingCaptures.NOON.plus(Duration.ofMinutes(n));
    }

    /** Pages, a second look at every fifth, and bytes from a file. */
    private List<ArchiveRef> written(long maxFileBytes, int pages) throws IOException {
        List<ArchiveRef> refs = new ArrayList<>();
        try (Archive archive = open(maxFileBytes)) {
            for (int n = 0; n < pages; n++) {
                refs.add(archive.exchange(
                        TestingCaptures.page(url(n), at(n), "page " + n).with(Map.of("source", "vale"))));
                if (n % 5 == 0) {
                    refs.add(archive.exchange(TestingCaptures.page(url(n), at(n).plusSeconds(90), "page " + n)));
                }
            }
            byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
            refs.add(archive.resource(
                    "urn:watchword:s:%D4%B1", at(0), "application/json", json, ContentHash.sha256Hex(json)));
        }
        return refs;
    }

    @Test
    void recordsAreFoundByAddressAndTimeByIdAndByDigest() throws Exception {
        List<ArchiveRef> refs = written(4000, 40);
        ArchiveFolder archive = new ArchiveFolder(folder);
        assertThat(archive.files()).hasSizeGreaterThan(3);

        Capture capture = archive.find(url(7), at(7).plusSeconds(3)).orElseThrow();
        assertThat(capture.url()).isEqualTo(url(7));
        assertThat(capture.status()).isEqualTo(200);
        assertThat(capture.mime()).isEqualTo("text/html");
        ArchiveRef ref =
                new ArchiveRef(capture.file(), capture.offset(), capture.recordId(), ContentHash.sha256Hex("page 7"));
        assertThat(archive.read(ref).payload()).asString().isEqualTo("page 7");
        assertThat(capture.sha256()).isEqualTo(ref.sha256());

        assertThat(archive.find("http://vale.example.org/news/10?a=3&z=1"))
                .extracting(Capture::isRevisit)
                .containsExactly(false, true);
        assertThat(archive.find(url(10), at(10).plusSeconds(80)).orElseThrow().isRevisit())
                .isTrue();
        assertThat(archive.find("https://vale.example.org/news/1")).isEmpty();

        for (ArchiveRef each : refs) {
            assertThat(archive.locate(each.recordId())).contains(Map.entry(each.file(), each.offset()));
            Map.Entry<String, Long> holder =
                    archive.locate("sha256:" + each.sha256()).orElseThrow();
            assertThat(ContentHash.sha256Hex(
                            archive.read(holder.getKey(), holder.getValue()).payload()))
                    .isEqualTo(each.sha256());
        }
        assertThat(archive.locate("urn:uuid:none")).isEmpty();
    }

    @Test
    void anIndexMadeFromTheFileIsTheOneThatWasWrittenWithIt() throws Exception {
        written(4000, 40);
        ArchiveFolder archive = new ArchiveFolder(folder);
        for (Path file : archive.files()) {
            byte[] cdxj = Files.readAllBytes(FileIndex.cdxj(file));
            byte[] ids = Files.readAllBytes(FileIndex.ids(file));
            assertThat(cdxj).isNotEmpty();
            archive.reindex(file);
            assertThat(Files.readAllBytes(FileIndex.cdxj(file))).isEqualTo(cdxj);
            assertThat(Files.readAllBytes(FileIndex.ids(file))).isEqualTo(ids);
        }
    }

    @Test
    void anIndexThatIsMissingOrOlderOrNewerThanItsFileMisleadsNobody() throws Exception {
        List<ArchiveRef> refs = written(1 << 20, 20);
        Path file = new ArchiveFolder(folder).files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] cdxj = Files.readAllBytes(FileIndex.cdxj(file));
        byte[] ids = Files.readAllBytes(FileIndex.ids(file));

        Files.delete(FileIndex.cdxj(file));
        assertThat(found(refs)).isEqualTo(refs.size());

        // Older: the file has grown since.
        Files.write(FileIndex.cdxj(file), cdxj);
        try (Archive archive = open(1 << 20)) {
            refs.add(archive.exchange(TestingCaptures.page(url(99), at(99), "page 99")));
        }
        Files.write(FileIndex.cdxj(file), cdxj);
        Files.write(FileIndex.ids(file), ids);
        assertThat(found(refs)).isEqualTo(refs.size());

        // Newer: of the file, the end was lost.
        int keep = (int) refs.get(10).offset();
        Files.write(file, java.util.Arrays.copyOf(whole, keep));
        assertThat(found(refs)).isEqualTo(10);
        try (Archive archive = open(1 << 20)) {
            ArchiveRef next = archive.exchange(TestingCaptures.page(url(7), at(500), "page 500"));
            assertThat(next.offset()).isEqualTo(keep);
            assertThat(archive.read(next).payload()).asString().isEqualTo("page 500");
        }
        assertThat(new ArchiveFolder(folder).find(url(7)))
                .extracting(Capture::offset)
                .contains((long) keep);
        assertThat(new ArchiveCheck(new ArchiveFolder(folder)).check(file).problems())
                .isEmpty();
    }

    private long found(List<ArchiveRef> refs) throws IOException {
        ArchiveFolder archive = new ArchiveFolder(folder);
        long found = 0;
        for (ArchiveRef ref : refs) {
            found += archive.locate(ref.recordId())
                            .filter(place -> place.getValue() == ref.offset())
                            .isPresent()
                    ? 1
                    : 0;
        }
        return found;
    }

    @Test
    void whoReadsWhileOthersWriteSeesWhatIsThere() throws Exception {
        ArchiveFolder reader = new ArchiveFolder(folder);
        try (Archive archive = open(3000)) {
            for (int n = 0; n < 30; n++) {
                ArchiveRef ref = archive.exchange(TestingCaptures.page(url(n), at(n), "page " + n));
                assertThat(reader.find(url(n))).singleElement().satisfies(capture -> assertThat(capture.offset())
                        .isEqualTo(ref.offset()));
                assertThat(reader.locate(ref.recordId())).isPresent();
            }
        }
    }

    @Test
    void linesAreFoundInAFileOfAnySizeAndShape() throws Exception {
        long seed = 20310506;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                lines.add("k" + random.nextInt(30) + " " + "\u0531x".repeat(random.nextInt(4000)) + i);
            }
            Collections.shuffle(lines, random);
            Path file = folder.resolve("lines");
            SortedLines.write(file, lines);
            for (int k = 0; k < 31; k++) {
                String prefix = "k" + k + " ";
                assertThat(SortedLines.startingWith(file, prefix))
                        .as("seed %d round %d %s", seed, round, prefix)
                        .containsExactlyInAnyOrderElementsOf(lines.stream()
                                .filter(line -> line.startsWith(prefix))
                                .toList());
            }
        }
    }

    @Test
    void nothingOutsideTheArchiveIsRead() throws Exception {
        written(1 << 20, 1);
        ArchiveFolder archive = new ArchiveFolder(folder);
        Files.write(folder.resolve("secret.txt"), new byte[] {1});
        for (String name :
                List.of("../x.warc.gz", "/etc/passwd", "a/../../x.warc.gz", "secret.txt", "x\0.warc.gz", "")) {
            assertThatThrownBy(() -> archive.read(name, 0))
                    .as(name)
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("archive");
        }
        assertThatThrownBy(() -> archive.read("none.warc.gz", 0)).hasMessageContaining("no archive file");
        String file = archive.name(archive.files().get(0));
        assertThatThrownBy(() -> archive.read(file, 1)).hasMessageContaining("no whole record at");
        assertThatThrownBy(() -> archive.read(file, 1L << 40)).hasMessageContaining("the file has");
        assertThatThrownBy(() -> archive.read(file, -1)).hasMessageContaining("no record at");
    }
}
