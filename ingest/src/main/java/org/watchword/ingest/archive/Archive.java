package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;

/**
 * The WARC files of one data folder. Appends are not safe on disk until {@link #sync()} returns. Safe for use by several threads; one
 * process at a time may append.
 */
public final class Archive implements AutoCloseable {

    private final Path folder;
    private final long maxFileBytes;
    private final InstantSource clock;
    private final String software;
    private @Nullable WarcFile current;
    private long files;
    private boolean closed;

    private Archive(Path folder, long maxFileBytes, InstantSource clock, String software) {
        this.folder = folder;
        this.maxFileBytes = maxFileBytes;
        this.clock = clock;
        this.software = software;
    }

    /**
     * Opens the folder, creating it where absent, and cuts off a record that a crash left unfinished at the end of the newest file.
     *
     * @param maxFileBytes a file that has grown to this size is followed by a new one; a record is never split
     * @param software name and version written into each file's {@code warcinfo}
     */
    public static Archive open(Path folder, long maxFileBytes, InstantSource clock, String software)
            throws IOException {
        Files.createDirectories(folder);
        Archive archive = new Archive(folder, maxFileBytes, clock, software);
        List<Path> existing = WarcFile.list(folder);
        archive.files = existing.size();
        if (!existing.isEmpty()) {
            WarcFile newest = WarcFile.resume(existing.get(existing.size() - 1));
            if (newest.size() > 0) {
                archive.current = newest;
            } else {
                newest.delete();
            }
        }
        return archive;
    }

    /** Appends the request and the response of one exchange; the answer points at the response. */
    public synchronized ArchiveRef exchange(CapturedExchange exchange) throws IOException {
        WarcFile file = writable();
        String responseId = newId();
        long offset = file.append(Records.response(exchange, responseId, file.infoId()));
        if (exchange.requestHead().length > 0) {
            file.append(Records.request(exchange, newId(), responseId, file.infoId()));
        }
        return new ArchiveRef(file.name(), offset, responseId, exchange.payloadSha256());
    }

    /**
     * Appends bytes that came from no HTTP exchange.
     *
     * @param uri address or URN of what the bytes are
     */
    public synchronized ArchiveRef resource(String uri, Instant at, String contentType, byte[] bytes, String sha256)
            throws IOException {
        WarcFile file = writable();
        String id = newId();
        long offset = file.append(Records.resource(uri, at, contentType, bytes, sha256, id, file.infoId()));
        return new ArchiveRef(file.name(), offset, id, sha256);
    }

    /** Returns when everything appended before the call is on disk. */
    public synchronized void sync() throws IOException {
        if (current != null) {
            current.sync();
        }
    }

    /**
     * The record a reference points at.
     *
     * @throws ArchiveException when there is no such file or record, or its payload is not the one referred to
     */
    public ArchivedRecord read(ArchiveRef ref) throws IOException {
        return read(folder, ref);
    }

    /** As {@link #read(ArchiveRef)}, for an archive nobody need have open. */
    public static ArchivedRecord read(Path folder, ArchiveRef ref) throws IOException {
        Path file = folder.resolve(ref.file()).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new ArchiveException(ref.file() + " lies outside the archive");
        }
        try {
            return ArchivedRecord.read(file, ref);
        } catch (NoSuchFileException e) {
            throw new ArchiveException("no archive file " + file, e);
        }
    }

    private WarcFile writable() throws IOException {
        if (closed) {
            throw new IOException("the archive is closed");
        }
        WarcFile file = current;
        if (file != null && file.size() >= maxFileBytes) {
            file.close();
            current = null;
            file = null;
        }
        if (file == null) {
            files++;
            file = WarcFile.create(folder, clock.instant(), files, software);
            current = file;
        }
        return file;
    }

    private static String newId() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    /** Syncs and closes. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
