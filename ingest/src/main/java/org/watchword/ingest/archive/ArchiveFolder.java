package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/**
 * The archive of all fetchers, for reading: also while they write, and without any server. A record is found by its place, its id, the
 * digest of its payload, or its address and time; the indexes make that a matter of a few reads per WARC file. Safe for use by several
 * threads.
 */
public final class ArchiveFolder {

    private final Path root;
    private final Map<Path, FileIndex> indexes = new HashMap<>();

    /** @param root the folder that references are relative to; its sub-folders belong to it */
    public ArchiveFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** All WARC files, of each sub-folder the newest first. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new ArchiveException("no archive folder " + root);
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(p -> p.toString().endsWith(WarcFile.SUFFIX) && Files.isRegularFile(p))
                    .sorted(Comparator.comparing((Path p) -> String.valueOf(p.getParent()))
                            .thenComparing(
                                    Comparator.comparingLong(WarcFile::number).reversed())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** A file's name as references give it. */
    public String name(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /**
     * A WARC file by the name references give it.
     *
     * @throws ArchiveException when it names anything but a WARC file within the folder
     */
    public Path file(String name) throws ArchiveException {
        if (name.indexOf('\0') >= 0) {
            throw new ArchiveException("a name with a NUL character is no file of an archive");
        }
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new ArchiveException(name + " lies outside the archive");
        }
        if (!name.endsWith(WarcFile.SUFFIX)) {
            throw new ArchiveException(name + " is no WARC file of an archive");
        }
        return file;
    }

    /** All captures in the order of their addresses and times, file by file. */
    public List<Capture> captures(Path file) throws IOException {
        return placed(index(file), "");
    }

    /** The captures of an address, the oldest first; http and https, and a host with and without www, are one address here. */
    public List<Capture> find(String url) throws IOException {
        List<Capture> found = new ArrayList<>();
        String wanted = Capture.surt(url) + ' ';
        for (FileIndex index : indexes()) {
            found.addAll(placed(index, wanted));
        }
        found.sort(
                Comparator.comparing(Capture::at).thenComparing(Capture::file).thenComparingLong(Capture::offset));
        return found;
    }

    /** The capture of an address nearest in time; of two equally near the earlier. */
    public Optional<Capture> find(String url, Instant at) throws IOException {
        return find(url).stream().min(Comparator.comparing((Capture c) -> Duration.between(c.at(), at)
                .abs()));
    }

    private List<Capture> placed(FileIndex index, String surtPrefix) throws IOException {
        String file = name(index.warc());
        return index.captures(surtPrefix).stream()
                .map(c -> c.placed(file, c.offset(), c.length()))
                .toList();
    }

    /**
     * Where the record with an id, or the first with a payload, lies.
     *
     * @param key a record id, or {@code sha256:} and 64 hex digits
     * @return its file's name and its offset there
     */
    public Optional<Map.Entry<String, Long>> locate(String key) throws IOException {
        return FileIndex.find(indexes(), key)
                .map(place -> Map.entry(name(place.index().warc()), place.offset()));
    }

    /**
     * The capture a reference points at, its payload compared with the reference's digest.
     *
     * @throws ArchiveException when there is no such file or record, or its payload is not the one referred to
     */
    public ArchivedRecord read(ArchiveRef ref) throws IOException {
        WrittenRecord record = WrittenRecord.at(file(ref.file()), ref.offset());
        String place = ref.file() + "@" + ref.offset();
        if (!record.id().equals(ref.recordId())) {
            throw new ArchiveException("the record at " + place + " is " + record.id() + ", not " + ref.recordId());
        }
        ArchivedRecord found = resolved(record, place);
        String digest = ContentHash.sha256Hex(found.payload());
        if (!digest.equals(ref.sha256())) {
            throw new ArchiveException("the payload at " + place + " has SHA-256 " + digest + ", not " + ref.sha256());
        }
        return found;
    }

    /** The record at a place, whatever it is. */
    public ArchivedRecord read(String name, long offset) throws IOException {
        return resolved(WrittenRecord.at(file(name), offset), name + "@" + offset);
    }

    private ArchivedRecord resolved(WrittenRecord record, String place) throws IOException {
        if (!record.isRevisit()) {
            return archived(record, record, record.payload());
        }
        WrittenRecord original = original(record, place);
        // A 304 does not repeat what the payload is; an answer that came whole says it itself (RFC 9110, 15.4.5).
        HttpBlock own = record.http();
        HttpBlock described = own != null && own.status() != 304 ? own : original.http();
        return archived(
                record,
                original,
                described == null ? original.received() : original.decoded(original.received(), described.coding()));
    }

    /** The record whose payload a revisit shares: by its id, else by its address and time. */
    WrittenRecord original(WrittenRecord revisit, String place) throws IOException {
        Optional<String> id = revisit.idIn("WARC-Refers-To");
        Optional<FileIndex.Place> found = id.isEmpty() ? Optional.empty() : FileIndex.find(indexes(), id.get());
        WrittenRecord original;
        if (found.isPresent()) {
            original = found.get().read();
        } else {
            Optional<String> url = revisit.header("WARC-Refers-To-Target-URI");
            Optional<Instant> at = revisit.header("WARC-Refers-To-Date").map(Instant::parse);
            Optional<Capture> capture = url.isEmpty() || at.isEmpty()
                    ? Optional.empty()
                    : find(url.get()).stream()
                            .filter(c -> !c.isRevisit()
                                    && c.at().getEpochSecond() == at.get().getEpochSecond())
                            .findFirst();
            if (capture.isEmpty()) {
                throw new ArchiveException("the revisit at " + place + " refers to " + id.orElse("no record")
                        + ", captured from " + url.orElse("?") + ", which is not in this archive");
            }
            original =
                    WrittenRecord.at(file(capture.get().file()), capture.get().offset());
        }
        String digest = ContentHash.sha256Hex(original.received());
        Optional<String> wanted = revisit.digest("WARC-Payload-Digest");
        if (!original.holdsPayload() || wanted.isPresent() && !wanted.get().equals(digest)) {
            throw new ArchiveException("the revisit at " + place + " is of a payload with SHA-256 " + wanted.orElse("?")
                    + ", but " + original.id() + " has " + digest);
        }
        return original;
    }

    private static ArchivedRecord archived(WrittenRecord record, WrittenRecord holder, byte[] payload) {
        String url = record.url();
        HttpBlock own = record.http();
        String contentType = record.contentType();
        boolean described =
                !record.isRevisit() || own != null && own.first("Content-Type").isPresent();
        return new ArchivedRecord(
                record.type(),
                url == null ? "" : url,
                record.at(),
                record.headers(),
                own == null ? Map.of() : own.headers(),
                described ? contentType : holder.contentType(),
                payload,
                holder.id(),
                record.block());
    }

    /** Where the last whole record of a file ends: what lies behind is being written, or was torn by a crash. */
    public long whole(Path file) throws IOException {
        return index(file).covered();
    }

    /** The lines of a file's CDXJ index for captures that lie from one offset up to another, sorted as they are there. */
    public List<String> cdxj(Path file, long from, long to) throws IOException {
        return index(file).captures("").stream()
                .filter(capture -> from <= capture.offset() && capture.offset() < to)
                .map(Cdxj::line)
                .sorted()
                .toList();
    }

    /** Makes a file's index again from the file. */
    public void reindex(Path file) throws IOException {
        FileIndex index = FileIndex.anew(file);
        index.readOn();
        index.save();
        synchronized (indexes) {
            indexes.remove(file);
        }
    }

    private List<FileIndex> indexes() throws IOException {
        List<FileIndex> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(index(file));
        }
        return all;
    }

    /** The index of a file, brought up to the file's present end. */
    FileIndex index(Path file) throws IOException {
        FileIndex index;
        synchronized (indexes) {
            index = indexes.get(file);
            if (index == null) {
                index = FileIndex.open(file);
                indexes.put(file, index);
            }
        }
        // What is damaged, or being written this moment, is simply not found.
        index.readOn();
        return index;
    }
}
