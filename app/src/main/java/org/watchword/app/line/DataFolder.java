package org.watchword.app.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that keeps everything a run makes. Each role over it belongs to one process at a time. */
public final class DataFolder implements AutoCloseable {

    private static final String PURPOSE = "purpose";

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final Deque<FileChannel> locks;
    private final boolean announced;

    private DataFolder(Path path, Deque<FileChannel> locks, boolean announced) {
        this.path = path;
        this.locks = locks;
        this.announced = announced;
    }

    /**
     * Takes the folder, creating it when missing, for its owner alone.
     *
     * @param mode what runs over it; a folder that once served the demo serves nothing else, so that the sample's invented speeches never
     *     stand beside real ones
     * @param roles what this process will do
     * @throws LineException when another process does one of these over the same folder, or it cannot be written
     */
    public static DataFolder open(Path folder, Mode mode, Set<RoleName> roles) {
        Path path = folder.toAbsolutePath().normalize();
        Deque<FileChannel> locks = new ArrayDeque<>();
        try {
            create(path);
            for (RoleName role : new TreeSet<>(roles)) {
                locks.push(lock(path, role));
            }
            requirePurpose(path, mode);
            if (mode.announced()) {
                Endpoints.remove(path);
            }
            return new DataFolder(path, locks, mode.announced());
        } catch (IOException e) {
            locks.forEach(DataFolder::closeQuietly);
            throw new LineException("The data folder " + path + " cannot be written: " + reason(e), e);
        } catch (RuntimeException e) {
            locks.forEach(DataFolder::closeQuietly);
            throw e;
        }
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        if (announced) {
            Endpoints.remove(path);
        }
        locks.forEach(DataFolder::closeQuietly);
    }

    /** What lies in it was said by somebody and collected for somebody: a new folder is its owner's alone. */
    private static void create(Path path) throws IOException {
        Path parent = path.getParent();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix") || parent == null) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(parent);
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
            LOG.warn("everybody on this machine may read the data folder {}; to close it: chmod o= '{}'", path, path);
        }
    }

    private static FileChannel lock(Path path, RoleName role) throws IOException {
        FileChannel channel = FileChannel.open(
                Files.createDirectories(path.resolve("locks")).resolve(role.toString()),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            String holder = read(channel);
            channel.close();
            throw new LineException("The data folder " + path + " is in use by another watchword"
                    + (holder.isEmpty() ? "" : " (process " + holder + ")")
                    + "; stop it first, or choose another folder with --data.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    /** The JDK's message for a refused file is only its name. */
    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied for " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void requirePurpose(Path path, Mode mode) throws IOException {
        Path file = path.resolve(PURPOSE);
        if (!Files.exists(file)) {
            Files.writeString(file, mode.purpose());
            return;
        }
        String other = Files.readString(file).strip();
        if (!other.equals(mode.purpose())) {
            throw new LineException("The data folder " + path + " holds the data of 'watchword " + other
                    + "', which is not mixed with other data; choose another folder with --data.");
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process in any case.
        }
    }

    /** Whether a folder was filled by a line of this kind; false for one that no line has used. */
    public static boolean isOf(Mode mode, Path folder) throws IOException {
        Path file = folder.resolve(PURPOSE);
        return Files.exists(file) && Files.readString(file).strip().equals(mode.purpose());
    }
}
