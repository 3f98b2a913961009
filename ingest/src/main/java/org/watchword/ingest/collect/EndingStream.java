package org.watchword.ingest.collect;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that somebody else wrote. A reader that asks on and on after its end is told that it is broken: jwarc does, for ever, where line ends
 * instead of a next record fill its buffer.
 */
final class EndingStream extends FilterInputStream {

    private static final int PATIENCE = 64;

    private int asked;

    EndingStream(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        return told(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return told(super.read(into, offset, length));
    }

    private int told(int read) throws IOException {
        asked = read < 0 ? asked + 1 : 0;
        if (asked > PATIENCE) {
            throw new EOFException("the file ends where a record should follow");
        }
        return read;
    }
}
