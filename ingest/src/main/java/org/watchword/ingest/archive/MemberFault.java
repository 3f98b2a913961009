package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Says what is wrong at a place where a gzip member (RFC 1952) should be and none is whole. */
final class MemberFault {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int BUFFER = 1 << 16;

    private MemberFault() {}

    /** In words that go on after "no whole record at PLACE: ". */
    static String at(FileChannel channel, long offset) throws IOException {
        ByteBuffer header = read(channel, offset, HEADER);
        if (header.limit() < HEADER) {
            return "the file ends " + header.limit() + " bytes behind it";
        }
        if (header.get(0) != 0x1f || header.get(1) != (byte) 0x8b || header.get(2) != 8) {
            return String.format(
                    Locale.ROOT,
                    "no gzip member begins there: the bytes are %02x %02x %02x, not 1f 8b 08",
                    header.get(0),
                    header.get(1),
                    header.get(2));
        }
        if (header.get(3) != 0) {
            return String.format(
                    Locale.ROOT, "the flags of its gzip header are %02x, where archives have 00", header.get(3));
        }
        return content(channel, offset);
    }

    private static String content(FileChannel channel, long offset) throws IOException {
        Inflater inflater = new Inflater(true);
        CRC32 crc = new CRC32();
        byte[] out = new byte[BUFFER];
        long at = offset + HEADER;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    ByteBuffer in = read(channel, at, BUFFER);
                    if (in.limit() == 0) {
                        return "the file ends within it, after " + inflater.getBytesWritten() + " bytes of content";
                    }
                    at += in.limit();
                    inflater.setInput(in.array(), 0, in.limit());
                }
                int n = inflater.inflate(out);
                crc.update(out, 0, n);
                if (n == 0 && inflater.needsDictionary()) {
                    return "its compressed data asks for a dictionary, which gzip has none of";
                }
            }
            ByteBuffer trailer = read(channel, offset + HEADER + inflater.getBytesRead(), TRAILER)
                    .order(ByteOrder.LITTLE_ENDIAN);
            if (trailer.limit() < TRAILER) {
                return "the file ends within its gzip checksum";
            }
            return String.format(
                    Locale.ROOT,
                    "its content has the gzip checksum %08x and %d bytes, but %08x and %d are written behind it",
                    (int) crc.getValue(),
                    inflater.getBytesWritten(),
                    trailer.getInt(0),
                    Integer.toUnsignedLong(trailer.getInt(4)));
        } catch (DataFormatException e) {
            return "its compressed data cannot be read behind " + inflater.getBytesWritten() + " bytes of content ("
                    + e.getMessage() + ")";
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // Until it is full or the file ends.
        }
        return buffer.flip();
    }
}
