package org.watchword.app.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, so that a line that is not UTF-8 spoils itself only. */
final class ByteLines {

    private static final int MAX_LINE = 256 << 20;

    private final InputStream in;

    ByteLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * The next line without its line feed; null at the end.
     *
     * @throws IOException also when a line is longer than 256 MiB
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() >= MAX_LINE) {
                throw new IOException("a line is longer than 256 MiB");
            }
            line.write(read);
            read = in.read();
        }
        return line.toByteArray();
    }
}
