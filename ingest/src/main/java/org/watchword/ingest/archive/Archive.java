package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;

/**
 * The WARC files of one data folder. What is appended is not safe on disk until {@link #sync} has returned. Safe for use by several
 * threads, whose syncs are joined; one process at a time may append.
 */
public final class Archive implements AutoCloseable {

    private final WarcFile.Opener opener;
    private final Path folder;
    private final long maxFileBytes;
    private final InstantSource clock;
    private final String software;
    private @Nullable WarcFile current;
    /** Names of files that could not be closed with everything in them on disk. */
    private final Set<String> broken = new HashSet<>();

    private long files;
    private boolean closed;

    private Archive(WarcFile.Opener opener, Path folder, long maxFileBytes, InstantSource clock, String software) {
        this.opener = opener;
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
        return open(FileChannel::open, folder, maxFileBytes, clock, software);
    }

    static Archive open(WarcFile.Opener opener, Path folder, long maxFileBytes, InstantSource clock, String software)
            throws IOException {
        Files.createDirectories(folder);
        Archive archive = new Archive(opener, folder, maxFileBytes, clock, software);
        List<Path> existing = WarcFile.list(folder);
        archive.files = existing.size();
        if (!existing.isEmpty()) {
            WarcFile newest = WarcFile.resume(opener, existing.get(existing.size() - 1));
            if (newest.size() > 0) {
                archive.current = newest;
            } else {
                newest.delete();
            }
        }
        return archive;
    }

    /** Appends the request and the response of one exchange; the answer points at the response. */
    public ArchiveRef exchange(CapturedExchange exchange) throws IOException {
        String responseId = newId();
        return append(responseId, exchange.payloadSha256(), infoId -> {
            byte[] response = Records.gzipped(Records.response(exchange, responseId, infoId));
            return exchange.requestHead().length == 0
                    ? response
                    : Records.joined(response, Records.gzipped(Records.request(exchange, newId(), responseId, infoId)));
        });
    }

    /**
     * Appends bytes that came from no HTTP exchange.
     *
     * @param uri address or URN of what the bytes are
     */
    public ArchiveRef resource(String uri, Instant at, String contentType, byte[] bytes, String sha256)
            throws IOException {
        String id = newId();
        return append(
                id,
                sha256,
                infoId -> Records.gzipped(Records.resource(uri, at, contentType, bytes, sha256, id, infoId)));
    }

    /** The gzip members of records that belong together, for a file with this {@code warcinfo}. */
    private interface Members {

        byte[] make(String infoId) throws IOException;
    }

    private ArchiveRef append(String id, String sha256, Members members) throws IOException {
        String infoId = writable().infoId();
        // Compressed by the thread that brings the bytes, not one after the other.
        byte[] bytes = members.make(infoId);
        synchronized (this) {
            WarcFile file = writable();
            if (!file.infoId().equals(infoId)) {
                bytes = members.make(file.infoId());
            }
            return new ArchiveRef(file.name(), file.append(bytes), id, sha256);
        }
    }

    /**
     * Returns when these records are on disk.
     *
     * @throws IOException when one is not; it is to be appended again, which goes to another file
     */
    public void sync(Collection<ArchiveRef> refs) throws IOException {
        for (ArchiveRef ref : refs) {
            sync(ref);
        }
    }

    /** As {@link #sync(Collection)}, for one. */
    public void sync(ArchiveRef ref) throws IOException {
        WarcFile file;
        synchronized (this) {
            if (broken.contains(ref.file())) {
                throw new IOException("records of " + ref.file() + " did not reach the disk");
            }
            file = current;
        }
        // A file that is no longer written was synced when it was closed.
        if (file != null && file.name().equals(ref.file())) {
            try {
                file.sync(ref.offset());
            } catch (IOException e) {
                abandon(file);
                throw e;
            }
        }
    }

    private synchronized void abandon(WarcFile file) {
        if (current == file) {
            try {
                retire(file);
            } catch (IOException e) {
                // Known already: it is why the file is given up.
                return;
            }
        }
    }

    private void retire(WarcFile file) throws IOException {
        current = null;
        try {
            file.close();
        } catch (IOException e) {
            broken.add(file.name());
            throw e;
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

    private synchronized WarcFile writable() throws IOException {
        if (closed) {
            throw new IOException("the archive is closed");
        }
        WarcFile file = current;
        if (file != null && file.size() >= maxFileBytes) {
            retire(file);
            file = null;
        }
        if (file == null) {
            file = WarcFile.create(opener, folder, clock.instant(), files + 1, software);
            files++;
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
            retire(current);
        }
    }
}
