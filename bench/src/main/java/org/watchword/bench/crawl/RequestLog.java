package org.watchword.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a site was asked, in the order in which its answers ended. Safe for use by several threads. */
final class RequestLog {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One request. Times are of the server's own monotonic clock, in nanoseconds.
     *
     * @param host the server's address
     * @param arrived when the whole request had been read
     * @param answered when the last part of the answer was handed over; nobody can have had it before
     */
    record Entry(String host, String path, int status, long arrived, long answered) {

        String line() {
            return arrived + "\t" + answered + "\t" + status + "\t" + host + "\t" + path;
        }

        static Entry of(String line) {
            String[] cells = line.split("\t", 5);
            return new Entry(
                    cells[3], cells[4], Integer.parseInt(cells[2]), Long.parseLong(cells[0]), Long.parseLong(cells[1]));
        }
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    void write(Path file) throws IOException {
        Files.write(file, entries().stream().map(Entry::line).toList());
    }

    static List<Entry> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Entry::of).toList();
    }
}
