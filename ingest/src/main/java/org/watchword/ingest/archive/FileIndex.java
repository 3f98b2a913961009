package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The index of one WARC file, in two files of sorted lines beside it: {@code X.cdxj} for captures by address and time, {@code X.ids} for
 * records by id and by digest of their payload. What was appended since they were written is held in memory, and found anew by reading
 * that part of the WARC file. Safe for use by several threads.
 */
final class FileIndex {

    private static final String COVERS = "!covers ";

    private final Path warc;
    /** Keys with their offsets, as lines of the second file. */
    private final TreeSet<String> keys = new TreeSet<>();

    private final List<Capture> captures = new ArrayList<>();
    private long stored;
    private long covered;

    private FileIndex(Path warc, long stored) {
        this.warc = warc;
        this.stored = stored;
        this.covered = stored;
    }

    /** The index as its files have it; an empty one where they are missing or tell of more than the WARC file holds. */
    static FileIndex open(Path warc) throws IOException {
        long covers = covers(warc);
        return new FileIndex(warc, covers <= Files.size(warc) ? covers : 0);
    }

    /** An empty index, whatever its files hold. */
    static FileIndex anew(Path warc) {
        return new FileIndex(warc, 0);
    }

    private static long covers(Path warc) throws IOException {
        if (!Files.exists(ids(warc)) || !Files.exists(cdxj(warc))) {
            return 0;
        }
        List<String> lines = SortedLines.startingWith(ids(warc), COVERS);
        try {
            return lines.size() == 1 ? Long.parseLong(lines.get(0).substring(COVERS.length())) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static Path cdxj(Path warc) {
        return beside(warc, ".cdxj");
    }

    static Path ids(Path warc) {
        return beside(warc, ".ids");
    }

    private static Path beside(Path warc, String suffix) {
        String name = String.valueOf(warc.getFileName());
        return warc.resolveSibling(name.substring(0, name.length() - WarcFile.SUFFIX.length()) + suffix);
    }

    Path warc() {
        return warc;
    }

    /** Up to which byte of the WARC file the index tells what is there. */
    synchronized long covered() {
        return covered;
    }

    /**
     * Reads what the WARC file holds beyond what is known.
     *
     * @param size of the WARC file
     * @return the places where nothing whole lies; one that reaches to the end is not covered
     */
    synchronized List<GzipMembers.Damage> readOn(FileChannel channel, long size) throws IOException {
        List<GzipMembers.Damage> damages = new ArrayList<>();
        GzipMembers members = new GzipMembers(channel, covered, size);
        GzipMembers.Stretch stretch = members.next();
        while (stretch != null) {
            if (stretch instanceof GzipMembers.Member member) {
                try {
                    WrittenRecord record = WrittenRecord.parse(member.content());
                    add(record, member.start(), member.end());
                } catch (IOException e) {
                    damages.add(new GzipMembers.Damage(member.start(), member.end()));
                    covered = member.end();
                }
            } else {
                damages.add((GzipMembers.Damage) stretch);
                covered = stretch.end() < size ? stretch.end() : covered;
            }
            stretch = members.next();
        }
        return damages;
    }

    /** As {@link #readOn(FileChannel, long)}, to the present end of the file. */
    List<GzipMembers.Damage> readOn() throws IOException {
        if (Files.size(warc) == covered()) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.READ)) {
            return readOn(channel, channel.size());
        }
    }

    void add(WrittenRecord record, long start, long end) {
        String file = String.valueOf(warc.getFileName());
        boolean capture = record.holdsPayload() || record.isRevisit();
        add(record.id(), start, end, capture ? Capture.of(record, file, start, end - start) : null);
    }

    /**
     * Adds the record that lies from {@code start} to {@code end}, behind all others.
     *
     * @param capture what it is found by besides its id; absent for records that are no captures
     */
    synchronized void add(String id, long start, long end, @Nullable Capture capture) {
        keys.add(id + ' ' + start);
        if (capture != null) {
            captures.add(capture);
            capture.payloadKeys().forEach(key -> keys.add(key + ' ' + start));
        }
        covered = end;
    }

    /**
     * Where the first record with this key starts.
     *
     * @param key a record id, or {@code sha256:} and the 64 hex digits of a payload's digest, before or after content decoding
     */
    synchronized OptionalLong find(String key) throws IOException {
        OptionalLong first = OptionalLong.empty();
        if (stored > 0) {
            first = offsets(SortedLines.startingWith(ids(warc), key + ' '))
                    .filter(offset -> offset < stored)
                    .min();
        }
        return first.isPresent()
                ? first
                : offsets(keys.subSet(key + ' ', key + '!')).min();
    }

    private static LongStream offsets(Collection<String> lines) {
        return lines.stream().mapToLong(FileIndex::offset);
    }

    private static long offset(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    /**
     * Where a record lies.
     *
     * @param index of the file that holds it
     */
    record Place(FileIndex index, long offset) {

        WrittenRecord read() throws IOException {
            return WrittenRecord.at(index.warc, offset);
        }
    }

    /** The first place with this key in the first index that knows it. */
    static Optional<Place> find(Iterable<FileIndex> indexes, String key) throws IOException {
        for (FileIndex index : indexes) {
            OptionalLong offset = index.find(key);
            if (offset.isPresent()) {
                return Optional.of(new Place(index, offset.getAsLong()));
            }
        }
        return Optional.empty();
    }

    /** Captures whose lines begin with a SURT, or all where it is empty. */
    synchronized List<Capture> captures(String surtPrefix) throws IOException {
        List<Capture> found = new ArrayList<>();
        if (stored > 0) {
            for (String line : SortedLines.startingWith(cdxj(warc), surtPrefix)) {
                Capture capture = Cdxj.parse(line);
                if (capture.offset() < stored) {
                    found.add(capture);
                }
            }
        }
        captures.stream().filter(c -> (c.surt() + ' ').startsWith(surtPrefix)).forEach(found::add);
        return found;
    }

    /** Writes the files anew. The WARC file is synced first, so that no index tells of what a crash may take away. */
    synchronized void save() throws IOException {
        if (stored > 0 && covers(warc) != stored) {
            // Somebody else has written them meanwhile.
            FileIndex fresh = anew(warc);
            fresh.readOn();
            keys.clear();
            keys.addAll(fresh.keys);
            captures.clear();
            captures.addAll(fresh.captures);
            covered = fresh.covered;
            stored = 0;
        }
        try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Set<String> lines = cdxjLines();
        lines.addAll(cdxjLines(covered));
        Set<String> allKeys = idLines();
        allKeys.remove(COVERS + stored);
        allKeys.addAll(idLines(covered));
        SortedLines.write(cdxj(warc), lines);
        SortedLines.write(ids(warc), allKeys);
        keys.clear();
        captures.clear();
        stored = covered;
    }

    /** The lines of the first file. A crash between the two files leaves lines in one that the other does not vouch for. */
    synchronized SortedSet<String> cdxjLines() throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        if (stored > 0) {
            for (String line : Files.readAllLines(cdxj(warc), StandardCharsets.UTF_8)) {
                if (Cdxj.parse(line).offset() < stored) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** The lines of the second file, likewise. */
    synchronized SortedSet<String> idLines() throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        if (stored > 0) {
            for (String line : Files.readAllLines(ids(warc), StandardCharsets.UTF_8)) {
                if (line.startsWith(COVERS) || offset(line) < stored) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** What is held in memory of the part before {@code end}, as lines of the first file. */
    synchronized SortedSet<String> cdxjLines(long end) {
        TreeSet<String> lines = new TreeSet<>();
        captures.stream().filter(c -> c.offset() < end).forEach(c -> lines.add(Cdxj.line(c)));
        return lines;
    }

    /** As {@link #cdxjLines(long)}, of the second. */
    synchronized SortedSet<String> idLines(long end) {
        TreeSet<String> lines = new TreeSet<>();
        keys.stream().filter(line -> offset(line) < end).forEach(lines::add);
        lines.add(COVERS + end);
        return lines;
    }
}
