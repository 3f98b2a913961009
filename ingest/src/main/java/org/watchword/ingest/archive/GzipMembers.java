package org.watchword.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The gzip members of a file, one after the other, each read to its end and its checksum compared (RFC 1952), so that a crash that left
 * half a member or blocks of zeros is seen. Behind a damaged place the next whole member is looked for.
 */
final class GzipMembers {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int BUFFER = 1 << 16;

    /** A stretch of the file. */
    sealed interface Stretch {

        /** Offset of its first byte. */
        long start();

        /** Offset behind its last byte. */
        long end();
    }

    /** @param content decompressed */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    record Member(long start, long end, byte[] content) implements Stretch {}

    /** No whole member lies here. */
    record Damage(long start, long end) implements Stretch {}

    private final FileChannel channel;
    private final long size;
    private long position;
    private @Nullable Member found;

    /**
     * @param from where a member starts
     * @param size what lies behind is not looked at
     */
    GzipMembers(FileChannel channel, long from, long size) {
        this.channel = channel;
        this.position = from;
        this.size = size;
    }

    /** The next stretch; null at the end. */
    @Nullable
    Stretch next() throws IOException {
        Member ahead = found;
        if (ahead != null) {
            found = null;
            return take(ahead);
        }
        if (position >= size) {
            return null;
        }
        Member here = read(position);
        if (here != null) {
            return take(here);
        }
        found = search(position + 1);
        return take(new Damage(position, found == null ? size : found.start));
    }

    /** The member at the present position; null when none is whole there. */
    @Nullable
    Member here() throws IOException {
        return read(position);
    }

    private Stretch take(Stretch stretch) {
        position = stretch.end();
        return stretch;
    }

    private @Nullable Member search(long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(BUFFER);
        for (long at = from; at < size; at += BUFFER - HEADER) {
            window.clear();
            fill(window, at);
            for (int i = 0; i + HEADER <= window.position(); i++) {
                if (isHeader(window, i)) {
                    Member member = read(at + i);
                    if (member != null) {
                        return member;
                    }
                }
            }
        }
        return null;
    }

    /** The member at an offset; null when none is whole there. */
    private @Nullable Member read(long start) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        fill(header, start);
        if (header.hasRemaining() || !isHeader(header, 0)) {
            return null;
        }
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream(BUFFER);
            CRC32 crc = new CRC32();
            byte[] out = new byte[BUFFER];
            ByteBuffer in = ByteBuffer.allocate(BUFFER);
            long at = start + HEADER;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    in.clear();
                    fill(in, at);
                    if (in.position() == 0) {
                        return null;
                    }
                    at += in.position();
                    inflater.setInput(in.array(), 0, in.position());
                }
                int n = inflater.inflate(out);
                crc.update(out, 0, n);
                content.write(out, 0, n);
                if (n == 0 && inflater.needsDictionary()) {
                    return null;
                }
            }
            long end = start + HEADER + inflater.getBytesRead();
            ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
            fill(trailer, end);
            boolean whole = !trailer.hasRemaining()
                    && trailer.getInt(0) == (int) crc.getValue()
                    && trailer.getInt(4) == (int) inflater.getBytesWritten();
            return whole ? new Member(start, end + TRAILER, content.toByteArray()) : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Our own members have no optional header fields (flags 0). */
    private static boolean isHeader(ByteBuffer bytes, int at) {
        return bytes.get(at) == 0x1f
                && bytes.get(at + 1) == (byte) 0x8b
                && bytes.get(at + 2) == 8
                && bytes.get(at + 3) == 0;
    }

    /** Reads until the buffer is full or the size is reached. */
    private void fill(ByteBuffer into, long from) throws IOException {
        into.limit((int) Math.min(into.limit(), Math.max(0, size - from)));
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                break;
            }
        }
        into.limit(into.capacity());
    }
}
