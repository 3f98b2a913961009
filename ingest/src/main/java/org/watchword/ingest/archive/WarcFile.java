package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file being written: append only, one gzip member per record. Threads that wait for the disk at the same time share one
 * {@code fsync}.
 */
final class WarcFile implements AutoCloseable {

    /** How files are opened; another in tests, where disks fail. */
    @FunctionalInterface
    interface Opener {

        FileChannel open(Path path, OpenOption... options) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(WarcFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".warc.gz";

    private final Path path;
    private final FileChannel channel;
    private final String infoId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forced = lock.newCondition();
    private long end;
    private long synced;
    private boolean forcing;
    private @Nullable IOException broken;

    private WarcFile(Path path, FileChannel channel, String infoId, long end) {
        this.path = path;
        this.channel = channel;
        this.infoId = infoId;
        this.end = end;
        this.synced = end;
    }

    /** All WARC files of a folder, oldest first. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    static WarcFile create(Opener opener, Path folder, Instant at, long number, String software) throws IOException {
        String name = String.format(Locale.ROOT, "watchword-%s-%06d%s", STAMP.format(at), number, SUFFIX);
        Path path = folder.resolve(name);
        FileChannel channel =
                opener.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String infoId = "urn:uuid:" + UUID.randomUUID();
        WarcFile file = new WarcFile(path, channel, infoId, 0);
        try {
            long start = file.append(Records.gzipped(Records.info(name, at, infoId, software)));
            file.sync(start);
            syncFolder(folder);
            return file;
        } catch (IOException | RuntimeException e) {
            file.delete();
            throw e;
        }
    }

    /** Opens an existing file for further records, after cutting off an unfinished one. */
    static WarcFile resume(Opener opener, Path path) throws IOException {
        FileChannel channel = opener.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            TornTail tail = TornTail.scan(channel);
            if (tail.end() < channel.size()) {
                log.warn(
                        "Archive {}: the last record was unfinished, {} bytes cut off at {}",
                        path.getFileName(),
                        channel.size() - tail.end(),
                        tail.end());
                channel.truncate(tail.end());
                channel.force(true);
            }
            return new WarcFile(path, channel, tail.infoId(), tail.end());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The offset at which the members start. Those that could not be written whole, on a full disk, leave nothing behind.
     *
     * @param members whole gzip members
     */
    long append(byte[] members) throws IOException {
        lock.lock();
        try {
            long start = end;
            try {
                ByteBuffer buffer = ByteBuffer.wrap(members);
                while (buffer.hasRemaining()) {
                    channel.write(buffer, start + buffer.position());
                }
            } catch (IOException | RuntimeException e) {
                channel.truncate(start);
                throw e;
            }
            end = start + members.length;
            return start;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the record that starts at {@code offset} is on disk. */
    void sync(long offset) throws IOException {
        lock.lock();
        try {
            while (synced <= offset) {
                if (broken != null) {
                    throw new IOException("records of " + name() + " did not reach the disk: " + broken, broken);
                }
                if (forcing) {
                    forced.awaitUninterruptibly();
                } else {
                    force();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** One {@code fsync} for everything appended so far, during which others may append. The caller holds the lock. */
    private void force() {
        forcing = true;
        long covered = end;
        IOException failure = null;
        lock.unlock();
        try {
            channel.force(false);
        } catch (IOException e) {
            failure = e;
        } finally {
            lock.lock();
            forcing = false;
            forced.signalAll();
        }
        if (failure == null) {
            synced = covered;
        } else {
            // The kernel may have dropped the pages it could not write, so a later fsync that succeeds would prove
            // nothing.
            broken = failure;
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    String infoId() {
        return infoId;
    }

    long size() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** For a file of which not even the first record was whole: nothing can refer to it. */
    void delete() throws IOException {
        channel.close();
        Files.delete(path);
    }

    private static void syncFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Folders cannot be opened on every platform; where they can, the new name must be on disk before it is
            // referred to.
            log.debug("Folder {} cannot be synced: {}", folder, e.getMessage());
        }
    }

    /** Syncs and closes. What a failed sync has left in doubt is cut off: nobody was told that it is kept. */
    @Override
    public void close() throws IOException {
        try (FileChannel closing = channel) {
            if (size() > 0) {
                sync(size() - 1);
            }
        } catch (IOException e) {
            cutBack();
            throw e;
        }
    }

    private void cutBack() {
        try (FileChannel again = FileChannel.open(path, StandardOpenOption.WRITE)) {
            again.truncate(synced);
        } catch (IOException e) {
            log.warn("Archive {}: {} bytes of doubtful records stay in it: {}", name(), size() - synced, e.toString());
        }
    }
}
