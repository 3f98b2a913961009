package org.watchword.ingest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a JSON-lines file; empty lines are passed over. */
final class LineInputs implements InputFiles.Reader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String source;
    private final Path path;
    private final InputStream in;
    private final Instant round;
    private final LineReader lines;
    private final long maxBytes;
    private long number;
    private boolean broken;

    LineInputs(String source, Path path, InputStream in, Instant round, long maxBytes) {
        this.source = source;
        this.path = path;
        this.in = in;
        this.round = round;
        this.maxBytes = maxBytes;
        this.lines = new LineReader(in, maxBytes);
    }

    @Override
    public @Nullable Input next() {
        while (!broken) {
            number++;
            String origin = path + ":" + number;
            byte[] line;
            try {
                line = lines.next();
            } catch (IOException e) {
                broken = true;
                return new Input(
                        origin,
                        number,
                        new byte[0],
                        new Input.Unreadable(
                                "unreadable-file", "the rest of the file cannot be read: " + e.getMessage()));
            }
            if (line == null) {
                return null;
            }
            byte[] bytes = number == 1 ? withoutMark(line) : line;
            if (lines.tooLong()) {
                String reason = "a line of more than " + maxBytes + " bytes; the first of them are kept";
                return new Input(
                        origin, number, Arrays.copyOf(bytes, 1 << 16), new Input.Unreadable("too-long", reason));
            }
            if (!isBlank(bytes)) {
                return new Input(origin, number, bytes, JsonLine.read(source, bytes, round));
            }
        }
        return null;
    }

    private static byte[] withoutMark(byte[] line) {
        boolean marked = line.length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3);
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
