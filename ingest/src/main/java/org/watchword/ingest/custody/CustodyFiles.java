package org.watchword.ingest.custody;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a custody log.
 *
 * @param folder {@code custody} of a data folder
 */
record CustodyFiles(Path folder) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LINE_FEED = '\n';

    /** How many entries the log has, and the digest of the last; kept beside it, so that a shortened log is noticed. */
    record Head(long entries, String sha256) {}

    Path log() {
        return folder.resolve("log.jsonl");
    }

    Path head() {
        return folder.resolve("head.json");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** The answer of the timestamp authority for a day. */
    Path timestamp(String day) {
        return folder.resolve("days").resolve(day + ".tsr");
    }

    Optional<Head> readHead() throws IOException {
        if (!Files.exists(head())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(head()), Head.class));
        } catch (JacksonException e) {
            throw new CustodyException(head() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    void writeHead(Head head) throws IOException {
        Path fresh = folder.resolve("head.json.new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, JSON.writeValueAsBytes(head));
            channel.force(true);
        }
        Files.move(fresh, head(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Behind the last line feed of the log: where the next line belongs. */
    static long end(FileChannel log) throws IOException {
        long at = log.size();
        while (at > 0 && byteAt(log, at - 1) != LINE_FEED) {
            at--;
        }
        return at;
    }

    /** The last line before {@code end}, without its line feed; empty when there is none. */
    static Optional<byte[]> last(FileChannel log, long end) throws IOException {
        if (end == 0) {
            return Optional.empty();
        }
        long start = end - 1;
        while (start > 0 && byteAt(log, start - 1) != LINE_FEED) {
            start--;
        }
        ByteBuffer line = ByteBuffer.allocate((int) (end - 1 - start));
        while (line.hasRemaining() && log.read(line, start + line.position()) >= 0) {
            // Until it is full.
        }
        return Optional.of(line.array());
    }

    /** Lines are a few hundred bytes long, and this is done once an entry. */
    private static int byteAt(FileChannel log, long at) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        return log.read(one, at) == 1 ? one.get(0) : -1;
    }

    static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    static CustodyEntry parse(byte[] line) throws CustodyException {
        try {
            return JSON.readValue(line, CustodyEntry.class);
        } catch (JacksonException e) {
            throw new CustodyException("not an entry: " + new String(line, StandardCharsets.UTF_8), e);
        }
    }
}
