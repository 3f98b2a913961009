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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    static final String SUFFIX = ".warc.gz";
    private static final Pattern NUMBER = Pattern.compile("-(\\d+)\\.warc\\.gz$");

    private final Path path;
    private final FileChannel channel;
    private final FileIndex index;
    private final String infoId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forced = lock.newCondition();
    private long end;
    private long synced;
    private boolean forcing;
    private @Nullable IOException broken;

    private WarcFile(Path path, FileChannel channel, FileIndex index, String infoId, long end) {
        this.path = path;
        this.channel = channel;
        this.index = index;
        this.infoId = infoId;
        this.end = end;
        this.synced = end;
    }

    /** All WARC files of a folder, oldest first: by the number in their names, for a clock may have been set back. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> p.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparingLong(WarcFile::number).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The number in a file's name; 0 where there is none. */
    static long number(Path file) {
        Matcher number = NUMBER.matcher(file.toString());
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    /** @param prefix begins the file's name */
    static WarcFile create(Opener opener, Path folder, String prefix, Instant at, long number, String software)
            throws IOException {
        String name = String.format(Locale.ROOT, "%s-%s-%06d%s", prefix, STAMP.format(at), number, SUFFIX);
        Path path = folder.resolve(name);
        FileChannel channel =
                opener.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String infoId = Records.newId();
        WarcFile file = new WarcFile(path, channel, FileIndex.anew(path), infoId, 0);
        try {
            file.sync(file.append(List.of(Records.info(name, at, infoId, software))));
            syncFolder(folder);
            return file;
        } catch (IOException | RuntimeException e) {
            file.delete();
            throw e;
        }
    }

    /** Opens a whole file for further records. */
    static WarcFile resume(Opener opener, FileIndex index) throws IOException {
        Path path = index.warc();
        FileChannel channel = opener.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new WarcFile(path, channel, index, FileRepair.infoId(channel), index.covered());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The offset at which the first record starts. Records that could not be written whole, on a full disk, leave nothing behind.
     *
     * @param drafts made for this file
     */
    long append(List<Draft> drafts) throws IOException {
        byte[] members = Draft.joined(drafts);
        lock.lock();
        try {
            long start = end;
            write(members, start);
            end = start + members.length;
            long at = start;
            for (Draft draft : drafts) {
                long next = at + draft.member().length;
                Capture capture = draft.capture();
                index.add(draft.id(), at, next, capture == null ? null : capture.placed(name(), at, next - at));
                at = next;
            }
            return start;
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes, long start) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, start + buffer.position());
            }
        } catch (IOException | RuntimeException e) {
            channel.truncate(start);
            throw e;
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

    FileIndex index() {
        return index;
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

    private void delete() throws IOException {
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
