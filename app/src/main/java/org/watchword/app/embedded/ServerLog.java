package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What Elasticsearch printed, and what it most likely means when it did not come up. */
final class ServerLog {

    private static final long LARGEST = 10L << 20;

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Opens the log for one start; an old one over 10 MiB is put aside under {@code .1}. */
    static ServerLog open(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size > LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        return new ServerLog(file, size);
    }

    Path file() {
        return file;
    }

    /** Why this start failed, as far as the log tells. */
    String reason() {
        String text = read();
        if (text.contains("Cannot allocate memory")
                || text.contains("insufficient memory")
                || text.contains("Could not reserve enough space")
                || text.contains("OutOfMemoryError")) {
            return "there is too little memory for its heap; free some, or lower elasticsearch.heap";
        }
        if (text.contains("No space left on device")) {
            return "the disk is full";
        }
        if (text.contains("failed to obtain node lock") || text.contains("Lock held by another program")) {
            return "another Elasticsearch uses the same folder";
        }
        List<String> lines = text.lines()
                .filter(line -> line.contains("ERROR")
                        || line.contains("FATAL")
                        || line.startsWith("Error")
                        || line.contains("Exception"))
                .toList();
        return lines.isEmpty()
                ? "it gave no reason"
                : "it said \"" + shorten(lines.get(0).strip()) + "\"";
    }

    private static String shorten(String line) {
        return line.length() <= 240 ? line : line.substring(0, 240) + "…";
    }

    private String read() {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(start, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
