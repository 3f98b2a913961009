package org.watchword.ingest.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes, each of limited length: what is beyond the limit is read and thrown away. */
final class LineReader {

    private final InputStream in;
    private final long maxBytes;
    private boolean tooLong;

    /** @param in buffered */
    LineReader(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next line without its end; null at the end of the stream. */
    byte @Nullable [] next() throws IOException {
        tooLong = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.size() < maxBytes) {
                line.write(b);
            } else {
                tooLong = true;
            }
            b = in.read();
        }
        return line.toByteArray();
    }

    /** Whether the line last answered was cut. */
    boolean tooLong() {
        return tooLong;
    }
}
