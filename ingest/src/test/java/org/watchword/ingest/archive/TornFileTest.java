package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ArchiveRef;

/** What a crash or a bad disk leaves of a file, and what a start makes of it. */
class TornFileTest {

    private static final long SEED = 20310507;

    private final Path folder;
    private ArchiveRef first;
    private ArchiveRef second;
    private Path file;
    private byte[] whole;
    /** Index files when the file held the first exchange only, and both. */
    private byte[][] older;

    private byte[][] newer;
    private List<Long> ends;

    @SuppressWarnings("NullAway.Init")
    TornFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        try (Archive archive = open()) {
            first = archive.exchange(TestingCaptures.page("first"));
        }
        file = folder.resolve(first.file());
        older = index();
        try (Archive archive = open()) {
            second = archive.exchange(TestingCaptures.page("second").with(Map.of("source", "vale")));
        }
        newer = index();
        whole = Files.readAllBytes(file);
        ends = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            GzipMembers members = new GzipMembers(channel, 0, whole.length);
            for (GzipMembers.Stretch s = members.next(); s != null; s = members.next()) {
                ends.add(s.end());
            }
        }
        assertThat(ends).hasSize(6).endsWith((long) whole.length);
    }

    private Archive open() throws IOException {
        return Archive.open(folder, 1 << 20, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test");
    }

    private byte[][] index() throws IOException {
        return new byte[][] {Files.readAllBytes(FileIndex.cdxj(file)), Files.readAllBytes(FileIndex.ids(file))};
    }

    /** Lays the file down as a crash would have left it, its index missing, older or newer. */
    private void lay(byte[] bytes, int index) throws IOException {
        Files.write(file, bytes);
        if (index == 0) {
            Files.deleteIfExists(FileIndex.cdxj(file));
            Files.deleteIfExists(FileIndex.ids(file));
        } else {
            byte[][] files = index == 1 ? older : newer;
            Files.write(FileIndex.cdxj(file), files[0]);
            Files.write(FileIndex.ids(file), files[1]);
        }
    }

    private long lastEnd(int size) {
        return ends.stream().filter(end -> end <= size).reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void aTornLastRecordIsCutOffAtWhicheverByteItWasTorn() throws Exception {
        for (int size = (int) second.offset(); size <= whole.length; size++) {
            lay(Arrays.copyOf(whole, size), size % 3);
            FileRepair.Outcome outcome = FileRepair.repair(file);
            assertThat(Files.size(file)).as("torn at %d", size).isEqualTo(lastEnd(size));
            assertThat(outcome.whole()).isTrue();
            assertThat(outcome.index().covered()).isEqualTo(lastEnd(size));
        }
    }

    @Test
    void whatFollowsATearIsWrittenAndReadAsIfNothingHadBeen() throws Exception {
        for (int size = (int) second.offset() + 1; size < whole.length; size += 97) {
            lay(Arrays.copyOf(whole, size), size % 3);
            readsOn("torn at " + size, lastEnd(size));
        }
    }

    @Test
    void garbageAndZerosBehindTheLastRecordAreCutOff() throws Exception {
        Random random = new Random(SEED);
        byte[] noise = new byte[70_000];
        random.nextBytes(noise);
        byte[] looksLikeGzip = new byte[3000];
        random.nextBytes(looksLikeGzip);
        System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}, 0, looksLikeGzip, 0, 10);
        byte[] halfThenZeros =
                Arrays.copyOf(Arrays.copyOfRange(whole, (int) second.offset(), (int) second.offset() + 100), 8192);
        for (byte[] tail :
                List.of(noise, looksLikeGzip, halfThenZeros, new byte[1], new byte[4096], new byte[200_000])) {
            for (int index = 0; index < 2; index++) {
                byte[] bytes = Arrays.copyOf(whole, (int) second.offset() + tail.length);
                System.arraycopy(tail, 0, bytes, (int) second.offset(), tail.length);
                lay(bytes, index);
                readsOn(tail.length + " bytes behind", second.offset());
            }
        }
    }

    private void readsOn(String what, long end) throws IOException {
        try (Archive archive = open()) {
            assertThat(archive.read(first).payload()).as(what).asString().isEqualTo("first");
            ArchiveRef next = archive.exchange(TestingCaptures.page("later"));
            assertThat(next.file()).as(what).isEqualTo(first.file());
            assertThat(next.offset()).as(what).isEqualTo(end);
            assertThat(archive.read(next).payload()).as(what).asString().isEqualTo("later");
        }
        ArchiveCheck.Result result = new ArchiveCheck(new ArchiveFolder(folder)).check(file);
        assertThat(result.problems()).as(what).isEmpty();
        assertThat(result.unfinished()).as(what).isZero();
    }

    @Test
    void aFileOfWhichNothingIsWholeIsReplaced() throws Exception {
        for (int size : new int[] {0, 1, 9, 100}) {
            lay(Arrays.copyOf(whole, size), 0);
            try (Archive archive = open()) {
                ArchiveRef ref = archive.exchange(TestingCaptures.page("first"));
                assertThat(ref.file()).as("%d bytes", size).endsWith("-000002.warc.gz");
                assertThat(new ArchiveFolder(folder).files()).hasSize(1);
            }
            Files.delete(folder.resolve(new ArchiveFolder(folder).files().get(0)));
        }
    }

    @Test
    void aFileDamagedBeforeItsEndLosesNothingBehindTheDamage() throws Exception {
        byte[] damaged = whole.clone();
        for (int i = 0; i < 40; i++) {
            damaged[(int) first.offset() + 30 + i] = 0;
        }
        lay(damaged, 0);
        try (Archive archive = open()) {
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
            assertThat(archive.read(second).payload()).asString().isEqualTo("second");
            ArchiveRef next = archive.exchange(TestingCaptures.page("later"));
            assertThat(next.file()).as("no record behind a damage").isNotEqualTo(first.file());
        }
        assertThat(new ArchiveFolder(folder).locate(second.recordId())).isPresent();
        ArchiveCheck.Result result = new ArchiveCheck(new ArchiveFolder(folder)).check(file);
        assertThat(result.problems()).anySatisfy(problem -> assertThat(problem.toString())
                .startsWith(first.file() + "@" + first.offset() + ": ")
                .endsWith("hold no whole record"));
    }

    @Test
    void checkNamesTheRecordWhoseBytesWereChanged() throws Exception {
        GzipMembers.Member member;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            member = new GzipMembers(channel, second.offset(), whole.length).here();
        }
        assertThat(member).isNotNull();
        // Compressed again, so that only the digests can tell.
        String record =
                new String(Objects.requireNonNull(member).content(), java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] forged = TestingCaptures.gzip(TestingCaptures.latin1(record.replace("kept", "lost")));
        byte[] bytes = Arrays.copyOf(whole, whole.length - (int) (member.end() - member.start()) + forged.length);
        System.arraycopy(forged, 0, bytes, (int) second.offset(), forged.length);
        System.arraycopy(
                whole,
                (int) member.end(),
                bytes,
                (int) second.offset() + forged.length,
                whole.length - (int) member.end());
        lay(bytes, 0);
        ArchiveCheck.Result result = new ArchiveCheck(new ArchiveFolder(folder)).check(file);
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .startsWith(first.file() + "@" + second.offset() + ": the block has SHA-256 "));
        assertThat(result.records()).containsEntry("response", 2L).containsEntry("metadata", 1L);
    }

    @Test
    void checkNamesTheLineOfAnIndexThatDoesNotFit() throws Exception {
        Path cdxj = FileIndex.cdxj(file);
        Files.writeString(cdxj, Files.readString(cdxj).replace("\"status\":\"200\"", "\"status\":\"404\""));
        ArchiveCheck.Result result = new ArchiveCheck(new ArchiveFolder(folder)).check(file);
        assertThat(result.problems()).hasSize(4).allSatisfy(problem -> assertThat(problem.file())
                .endsWith(".cdxj"));
        new ArchiveFolder(folder).reindex(file);
        assertThat(new ArchiveCheck(new ArchiveFolder(folder)).check(file).problems())
                .isEmpty();
    }
}
