package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ArchiveRef;

/** What the disk does, and what the archive makes of it. */
class ArchiveDiskTest {

    private final TestingDisk disk = new TestingDisk();
    private final Path folder;

    ArchiveDiskTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Archive open(long maxFileBytes) throws IOException {
        return Archive.open(
                disk, folder, "", maxFileBytes, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test");
    }

    @Test
    void threadsThatWaitForTheDiskShareOneFsync() throws Exception {
        int threads = 16;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<ArchiveRef> refs = new ArrayList<>();
        try (Archive archive = open(20_000)) {
            disk.forceMillis = 4;
            disk.forces.set(0);
            List<Callable<List<ArchiveRef>>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                work.add(() -> {
                    List<ArchiveRef> mine = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        ArchiveRef ref = archive.exchange(TestingCaptures.page("page " + thread + "/" + i));
                        archive.sync(ref);
                        mine.add(ref);
                    }
                    return mine;
                });
            }
            for (Future<List<ArchiveRef>> done : pool.invokeAll(work)) {
                refs.addAll(done.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(WarcFile.list(folder)).hasSizeGreaterThan(3);
        assertThat(disk.forces.get()).isLessThan(threads * each / 2);
        assertThat(refs).hasSize(threads * each);
        for (ArchiveRef ref : refs) {
            assertThat(new ArchiveFolder(folder).read(ref).payload()).asString().startsWith("page ");
        }
    }

    @Test
    void aFullDiskLeavesNoHalfRecordAndWritingGoesOnWhenThereIsRoomAgain() throws Exception {
        try (Archive archive = open(1 << 20)) {
            ArchiveRef first = archive.exchange(TestingCaptures.page("first"));
            archive.sync(first);
            long whole = Files.size(folder.resolve(first.file()));
            for (int room = 0; room < 200; room += 13) {
                disk.room.set(room);
                assertThatThrownBy(() -> archive.exchange(TestingCaptures.page("second")))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("No space left");
                assertThat(Files.size(folder.resolve(first.file()))).isEqualTo(whole);
            }
            disk.room.set(Long.MAX_VALUE);
            ArchiveRef second = archive.exchange(TestingCaptures.page("second"));
            archive.sync(second);
            assertThat(second.offset()).isEqualTo(whole);
            assertThat(archive.read(first).payload()).asString().isEqualTo("first");
            assertThat(archive.read(second).payload()).asString().isEqualTo("second");
        }
    }

    @Test
    void aDiskTooFullForANewFileLeavesNone() throws Exception {
        disk.room.set(10);
        try (Archive archive = open(1 << 20)) {
            assertThatThrownBy(() -> archive.exchange(TestingCaptures.page("first")))
                    .hasMessageContaining("No space left");
            assertThat(folder).isEmptyDirectory();
            disk.room.set(Long.MAX_VALUE);
            ArchiveRef ref = archive.exchange(TestingCaptures.page("first"));
            archive.sync(ref);
            assertThat(archive.read(ref).payload()).asString().isEqualTo("first");
        }
    }

    @Test
    void recordsThatDidNotReachTheDiskAreNotClaimedAndTheirFileIsNotWrittenToAgain() throws Exception {
        try (Archive archive = open(1 << 20)) {
            ArchiveRef safe = archive.exchange(TestingCaptures.page("safe"));
            archive.sync(safe);
            long whole = Files.size(folder.resolve(safe.file()));
            ArchiveRef one = archive.exchange(TestingCaptures.page("one"));
            ArchiveRef other = archive.exchange(TestingCaptures.page("other"));
            disk.forceFails = true;
            assertThatThrownBy(() -> archive.sync(one)).hasMessageContaining("Input/output error");
            disk.forceFails = false;
            // A later fsync of the same file could succeed without what the first has dropped.
            assertThatThrownBy(() -> archive.sync(other)).hasMessageContaining("did not reach the disk");
            assertThat(Files.size(folder.resolve(safe.file()))).isEqualTo(whole);
            ArchiveRef again = archive.exchange(TestingCaptures.page("one"));
            archive.sync(again);
            assertThat(again.file()).isNotEqualTo(safe.file());
            assertThat(archive.read(again).payload()).asString().isEqualTo("one");
            assertThat(archive.read(safe).payload()).asString().isEqualTo("safe");
        }
    }
}
