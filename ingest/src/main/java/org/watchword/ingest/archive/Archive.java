package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/**
 * The WARC files one fetcher writes. What is appended is not safe on disk until {@link #sync} has returned. Safe for use by several
 * threads, whose syncs are joined; one process at a time may append to a folder.
 */
public final class Archive implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Archive.class);
    /** So much of the newest file is read anew by who looks into it from outside, and by a start after a crash. */
    private static final long INDEX_EVERY = 64L << 20;

    private final WarcFile.Opener opener;
    private final Path root;
    private final Path folder;
    private final String instance;
    private final long maxFileBytes;
    private final InstantSource clock;
    private final String software;
    private @Nullable WarcFile current;
    /** Of the files that are no longer written, the newest first. */
    private final Deque<FileIndex> finished = new ArrayDeque<>();

    /** Names of files that could not be closed with everything in them on disk. */
    private final Set<String> broken = new HashSet<>();

    private long lastNumber;
    private long indexed;
    private boolean closed;
    private volatile String problem = "";

    private Archive(
            WarcFile.Opener opener,
            Path root,
            String instance,
            long maxFileBytes,
            InstantSource clock,
            String software) {
        this.opener = opener;
        this.root = root;
        this.folder = instance.isEmpty() ? root : root.resolve(instance);
        this.instance = instance;
        this.maxFileBytes = maxFileBytes;
        this.clock = clock;
        this.software = software;
    }

    /** As {@link #open(Path, String, long, InstantSource, String)} for the only fetcher of a folder. */
    public static Archive open(Path root, long maxFileBytes, InstantSource clock, String software) throws IOException {
        return open(root, "", maxFileBytes, clock, software);
    }

    /**
     * Opens the folder, creating it where absent, and cuts off a record that a crash left unfinished at the end of a file.
     *
     * @param root the archive folder, which references are relative to
     * @param instance name of the fetcher, and of its folder within {@code root}; empty for {@code root} itself
     * @param maxFileBytes a file that has grown to this size is followed by a new one; a record is never split
     * @param software name and version written into each file's {@code warcinfo}
     */
    public static Archive open(Path root, String instance, long maxFileBytes, InstantSource clock, String software)
            throws IOException {
        return open(FileChannel::open, root, instance, maxFileBytes, clock, software);
    }

    static Archive open(
            WarcFile.Opener opener, Path root, String instance, long maxFileBytes, InstantSource clock, String software)
            throws IOException {
        if (!instance.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*|")) {
            throw new IllegalArgumentException("a fetcher's name names a folder: '" + instance + "'");
        }
        Archive archive = new Archive(opener, root, instance, maxFileBytes, clock, software);
        Files.createDirectories(archive.folder);
        archive.takeUp();
        return archive;
    }

    private void takeUp() throws IOException {
        FileRepair.Outcome newest = null;
        for (Path file : WarcFile.list(folder)) {
            lastNumber = Math.max(lastNumber, WarcFile.number(file));
            FileRepair.Outcome outcome = FileRepair.repair(file);
            if (outcome.index().covered() > 0) {
                newest = outcome;
                finished.addFirst(outcome.index());
            }
        }
        if (newest != null && newest.whole()) {
            current = WarcFile.resume(opener, finished.removeFirst());
            indexed = newest.index().covered();
        }
    }

    /**
     * Appends the records of one exchange. A payload that this fetcher has archived before, from whatever address, is not written
     * again: the exchange becomes a {@code revisit} that names the record which holds it.
     *
     * @return points at the {@code response} or {@code revisit}
     */
    public ArchiveRef exchange(CapturedExchange exchange) throws IOException {
        Optional<WrittenRecord> original =
                exchange.body().length == 0 ? Optional.empty() : holder(ContentHash.sha256Hex(exchange.body()));
        return append(
                exchange.payloadSha256(),
                records -> original.isPresent()
                        ? records.samePayload(exchange, original.get())
                        : records.exchange(exchange));
    }

    /**
     * Appends a {@code revisit} for an exchange that brought nothing new, if the payload was archived before.
     *
     * @return points at the {@code revisit}; empty when the payload is not in the archive and nothing was written
     */
    public Optional<ArchiveRef> revisit(CapturedExchange exchange) throws IOException {
        return revisit(exchange, ContentHash.sha256Hex(exchange.body()), Records::samePayload);
    }

    /**
     * As {@link #revisit} for an answer of 304.
     *
     * @param exchange its {@code payloadSha256} says for which bytes the server was asked whether they still hold
     */
    public Optional<ArchiveRef> notModified(CapturedExchange exchange) throws IOException {
        return revisit(exchange, exchange.payloadSha256(), Records::notModified);
    }

    private interface Revisit {

        List<Draft> make(Records records, CapturedExchange exchange, WrittenRecord original) throws IOException;
    }

    private Optional<ArchiveRef> revisit(CapturedExchange exchange, String digest, Revisit kind) throws IOException {
        Optional<WrittenRecord> original = holder(digest);
        return original.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        append(exchange.payloadSha256(), records -> kind.make(records, exchange, original.get())));
    }

    /** The record that holds a payload. */
    private Optional<WrittenRecord> holder(String sha256) {
        List<FileIndex> indexes = new ArrayList<>();
        synchronized (this) {
            if (current != null) {
                indexes.add(current.index());
            }
            indexes.addAll(finished);
        }
        try {
            Optional<FileIndex.Place> place = FileIndex.find(indexes, "sha256:" + sha256);
            return place.isEmpty() ? Optional.empty() : Optional.of(place.get().read());
        } catch (IOException e) {
            // A damaged index or record is no reason to lose a capture: it is written whole.
            log.warn("Archive: {}; what has the digest {} is kept once more", e.getMessage(), sha256);
            return Optional.empty();
        }
    }

    /**
     * Appends bytes that came from no HTTP exchange.
     *
     * @param uri address or URN of what the bytes are
     */
    public ArchiveRef resource(String uri, Instant at, String contentType, byte[] bytes, String sha256)
            throws IOException {
        return append(sha256, records -> List.of(records.resource(uri, at, contentType, bytes, sha256)));
    }

    /** The records that belong together, made for a file. */
    private interface Drafting {

        List<Draft> make(Records records) throws IOException;
    }

    /** Why nothing can be kept, in a sentence, from a write that failed until the next that is safe on disk; empty when all is well. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(words -> !words.isEmpty());
    }

    private <E extends IOException> E noted(E failure) {
        problem = "the archive in " + folder + " cannot be written: " + failure.getMessage();
        return failure;
    }

    private ArchiveRef append(String sha256, Drafting drafting) throws IOException {
        try {
            return appended(sha256, drafting);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    private ArchiveRef appended(String sha256, Drafting drafting) throws IOException {
        String infoId = writable().infoId();
        // Compressed by the thread that brings the bytes, not one after the other.
        List<Draft> drafts = drafting.make(new Records(infoId));
        synchronized (this) {
            WarcFile file = writable();
            if (!file.infoId().equals(infoId)) {
                drafts = drafting.make(new Records(file.infoId()));
            }
            long offset = file.append(drafts);
            if (file.size() - indexed > INDEX_EVERY) {
                indexed = file.size();
                save(file.index());
            }
            String name = instance.isEmpty() ? file.name() : instance + '/' + file.name();
            return new ArchiveRef(name, offset, drafts.get(0).id(), sha256);
        }
    }

    /** An index can be made again at any time, so a disk too full for it stops nothing. */
    private static void save(FileIndex index) {
        try {
            index.save();
        } catch (IOException e) {
            log.warn("Archive: the index of {} could not be written: {}", index.warc(), e.toString());
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
        String name = ref.file().substring(ref.file().lastIndexOf('/') + 1);
        WarcFile file;
        synchronized (this) {
            if (broken.contains(name)) {
                throw new IOException("records of " + ref.file() + " did not reach the disk");
            }
            file = current;
        }
        // A file that is no longer written was synced when it was closed.
        if (file != null && file.name().equals(name)) {
            try {
                file.sync(ref.offset());
                problem = "";
            } catch (IOException e) {
                abandon(file);
                throw noted(e);
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
        save(file.index());
        finished.addFirst(file.index());
    }

    /**
     * The record a reference points at.
     *
     * @throws ArchiveException when there is no such file or record, or its payload is not the one referred to
     */
    public ArchivedRecord read(ArchiveRef ref) throws IOException {
        return new ArchiveFolder(root).read(ref);
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
            String prefix = instance.isEmpty() ? "watchword" : "watchword-" + instance;
            file = WarcFile.create(opener, folder, prefix, clock.instant(), lastNumber + 1, software);
            lastNumber++;
            indexed = 0;
            current = file;
        }
        return file;
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
