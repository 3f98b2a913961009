package org.watchword.desk.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON lines behind a line that says of which query they are; only ever added to. */
final class RowFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;

    RowFile(Path path) {
        this.path = path;
    }

    /** The first line. */
    record Heading(String query, long total) {}

    /** What an interrupted export left. */
    record Left(long rows, Optional<TimelineRow> last) {}

    /** Receives rows; may throw. */
    interface Receiver {
        void row(TimelineRow row) throws IOException;
    }

    void begin(Heading heading) throws IOException {
        Files.writeString(path, JSON.writeValueAsString(heading) + '\n');
    }

    void add(List<TimelineRow> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
            for (TimelineRow row : rows) {
                out.write(JSON.writeValueAsString(row));
                out.write('\n');
            }
        }
    }

    /** The heading; empty when there is no file, or one without a whole first line. */
    Optional<Heading> heading() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (BufferedReader in = Files.newBufferedReader(path)) {
            String line = in.readLine();
            return line == null ? Optional.empty() : Optional.of(JSON.readValue(line, Heading.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Takes up what an interrupted export left; a line it had not finished is cut off. */
    Left takeUp() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0 && byteAt(file, end - 1) != '\n') {
                end--;
            }
            file.setLength(end);
        }
        TimelineRow[] last = new TimelineRow[1];
        long[] rows = new long[1];
        each(row -> {
            last[0] = row;
            rows[0]++;
        });
        return new Left(rows[0], Optional.ofNullable(last[0]));
    }

    private static int byteAt(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        return file.read();
    }

    /** Hands over the rows in their order. */
    void each(Receiver receiver) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path)) {
            String line = in.readLine();
            for (line = in.readLine(); line != null; line = in.readLine()) {
                receiver.row(JSON.readValue(line, TimelineRow.class));
            }
        } catch (JacksonException e) {
            throw new IOException(path + " was changed: " + e.getOriginalMessage(), e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
