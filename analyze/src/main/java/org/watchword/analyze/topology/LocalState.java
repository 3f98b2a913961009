package org.watchword.analyze.topology;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's stores on this disk, and whether whoever used them last closed them.
 *
 * <p>Stores of a process that was killed may hold what no transaction committed, so the engine discards them and reads them anew from the
 * broker. It finds out by opening them, and deletes them file by file: killed again in between, it leaves stores that cannot be opened, and
 * never starts again. Here they are discarded before it opens any, by a mark that only a clean end takes away, so that another kill at any
 * moment leaves nothing worse than the mark.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
    /** As the engine names the folders of tasks: number of the sub-topology, number of the partition. */
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final Path folder;
    private final Path mark;

    /**
     * @param stateDir the engine's {@code state.dir}
     * @param application the engine's {@code application.id}
     */
    LocalState(Path stateDir, String application) {
        folder = stateDir.resolve(application);
        mark = stateDir.resolve(application + ".open");
    }

    /**
     * Discards the stores of a process that did not close them. Does nothing while another process uses them, which the engine then says.
     *
     * @throws LocalStateException when a file cannot be deleted
     */
    void recover() {
        if (!Files.exists(mark)) {
            return;
        }
        try {
            if (!Files.isDirectory(folder) || discard()) {
                Files.delete(mark);
            }
        } catch (IOException e) {
            throw new LocalStateException("What a crash left in " + folder + " cannot be removed: " + e, e);
        }
    }

    /**
     * To be called before the stores are opened.
     *
     * @throws LocalStateException when nothing can be written there
     */
    void opening() {
        try {
            Files.createDirectories(mark.getParent());
            try (FileChannel channel = FileChannel.open(mark, CREATE, WRITE)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new LocalStateException("The analysis cannot write " + mark + ": " + e, e);
        }
    }

    /** To be called once all stores are closed and hold what was committed, no more and no less. */
    void closed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn("{} stays, so the next start will read the state anew: {}", mark, e.toString());
        }
    }

    /** Whether nobody uses the stores, and they are gone now. */
    private boolean discard() throws IOException {
        // The engine's own lock, under the name it gives it.
        try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), CREATE, READ, WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            List<Path> tasks = tasks();
            for (Path task : tasks) {
                delete(task);
            }
            if (!tasks.isEmpty()) {
                LOG.info("analyze was not closed last time: its working state is read anew from the broker");
            }
            return true;
        } catch (OverlappingFileLockException e) {
            // By an engine in this very process.
            return false;
        }
    }

    private List<Path> tasks() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(each -> TASK.matcher(each.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static void delete(Path task) throws IOException {
        try (Stream<Path> inside = Files.walk(task)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
