package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads an archive to its last byte: gzip checksums, WARC headers (by jwarc's rules), block and payload digests, what revisits refer
 * to, and the indexes.
 */
public final class ArchiveCheck {

    private final ArchiveFolder archive;
    private final RecordDigests digests = new RecordDigests();

    public ArchiveCheck(ArchiveFolder archive) {
        this.archive = archive;
    }

    /**
     * Something wrong.
     *
     * @param file relative to the archive folder; of the index where that is wrong
     * @param offset in the WARC file
     */
    public record Problem(String file, long offset, String what) {

        @Override
        public String toString() {
            return file + "@" + offset + ": " + what;
        }
    }

    /**
     * What was found in one file.
     *
     * @param records type to number
     * @param unfinished bytes behind the last whole record, which a fetcher may be writing, or a crash has left; the next start cuts
     *     them off
     */
    public record Result(
            String file, long bytes, SortedMap<String, Long> records, long unfinished, List<Problem> problems) {}

    /** Checks one file. */
    public Result check(Path file) throws IOException {
        String name = archive.name(file);
        SortedMap<String, Long> records = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        FileIndex anew = FileIndex.anew(file);
        long size = Files.size(file);
        long unfinished = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            GzipMembers members = new GzipMembers(channel, 0, size);
            for (GzipMembers.Stretch stretch = members.next(); stretch != null; stretch = members.next()) {
                if (stretch instanceof GzipMembers.Member member) {
                    record(name, member, records, ids, problems, anew);
                } else if (stretch.end() == size) {
                    unfinished = size - stretch.start();
                } else {
                    problems.add(new Problem(
                            name, stretch.start(), stretch.end() - stretch.start() + " bytes hold no whole record"));
                }
            }
        }
        index(file, anew, problems);
        return new Result(name, size, records, unfinished, problems);
    }

    private void record(
            String name,
            GzipMembers.Member member,
            SortedMap<String, Long> records,
            Set<String> ids,
            List<Problem> problems,
            FileIndex anew) {
        List<String> wrong = new ArrayList<>();
        try {
            WrittenRecord record = WrittenRecord.parse(member.content());
            anew.add(record, member.start(), member.end());
            records.merge(record.type(), 1L, Long::sum);
            if (!ids.add(record.id())) {
                wrong.add("the id " + record.id() + " is that of an earlier record");
            }
            wrong.addAll(digests.problems(record));
            if (record.isRevisit()) {
                archive.original(record, name + "@" + member.start());
            }
        } catch (IOException | RuntimeException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        wrong.forEach(what -> problems.add(new Problem(name, member.start(), what)));
    }

    /** A file still written is ahead of its index; what the index has must be there all the same. */
    private void index(Path file, FileIndex anew, List<Problem> problems) throws IOException {
        if (!Files.exists(FileIndex.cdxj(file)) || !Files.exists(FileIndex.ids(file))) {
            return;
        }
        FileIndex stored = FileIndex.open(file);
        long covered = stored.covered();
        if (covered == 0) {
            problems.add(new Problem(
                    archive.name(FileIndex.ids(file)), 0, "tells of more than " + file.getFileName() + " holds"));
            return;
        }
        compare(FileIndex.cdxj(file), stored.cdxjLines(), anew.cdxjLines(covered), problems);
        compare(FileIndex.ids(file), stored.idLines(), anew.idLines(covered), problems);
    }

    private void compare(Path index, Set<String> stored, Set<String> expected, List<Problem> problems) {
        String name = archive.name(index);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(stored);
        Set<String> wrong = new TreeSet<>(stored);
        wrong.removeAll(expected);
        missing.forEach(line -> problems.add(new Problem(name, 0, "lacks the line: " + line)));
        wrong.forEach(line -> problems.add(new Problem(name, 0, "has a line that does not fit the file: " + line)));
    }
}
