package org.watchword.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How far a file of gzip members is whole. Members are read to their end and their checksums compared (RFC 1952), so that a crash that
 * left blocks of zeros or half a member is seen.
 *
 * @param end offset behind the last whole member
 * @param infoId id of the file's {@code warcinfo}; empty URN when there is none
 */
record TornTail(long end, String infoId) {

    private static final Pattern RECORD_ID = Pattern.compile("(?im)^WARC-Record-ID:\\s*<([^>]+)>");
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int HEAD_KEPT = 4096;

    static TornTail scan(FileChannel channel) throws IOException {
        long end = 0;
        String infoId = "urn:uuid:00000000-0000-0000-0000-000000000000";
        long size = channel.size();
        while (end < size) {
            StringBuilder head = new StringBuilder();
            long next = memberEnd(channel, end, size, head);
            if (next < 0) {
                break;
            }
            if (end == 0) {
                Matcher id = RECORD_ID.matcher(head);
                infoId = id.find() ? id.group(1) : infoId;
            }
            end = next;
        }
        return new TornTail(end, infoId);
    }

    /** Offset behind the member at {@code start}, or -1 when it is not whole. */
    private static long memberEnd(FileChannel channel, long start, long size, StringBuilder head) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        // Our own members have no optional header fields (flags 0).
        if (!readFully(channel, header, start)
                || header.get(0) != 0x1f
                || header.get(1) != (byte) 0x8b
                || header.get(3) != 0) {
            return -1;
        }
        Inflater inflater = new Inflater(true);
        try {
            CRC32 crc = new CRC32();
            byte[] out = new byte[1 << 16];
            ByteBuffer in = ByteBuffer.allocate(1 << 16);
            long position = start + HEADER;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    in.clear();
                    int n = channel.read(in, position);
                    if (n <= 0) {
                        return -1;
                    }
                    position += n;
                    inflater.setInput(in.array(), 0, n);
                }
                int n = inflater.inflate(out);
                crc.update(out, 0, n);
                if (head.length() < HEAD_KEPT) {
                    head.append(new String(out, 0, Math.min(n, HEAD_KEPT), StandardCharsets.ISO_8859_1));
                }
                if (n == 0 && inflater.needsDictionary()) {
                    return -1;
                }
            }
            long trailerAt = start + HEADER + inflater.getBytesRead();
            ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            if (trailerAt + TRAILER > size || !readFully(channel, trailer, trailerAt)) {
                return -1;
            }
            boolean whole =
                    trailer.getInt(0) == (int) crc.getValue() && trailer.getInt(4) == (int) inflater.getBytesWritten();
            return whole ? trailerAt + TRAILER : -1;
        } catch (DataFormatException e) {
            return -1;
        } finally {
            inflater.end();
        }
    }

    private static boolean readFully(FileChannel channel, ByteBuffer into, long at) throws IOException {
        long position = at;
        while (into.hasRemaining()) {
            int n = channel.read(into, position);
            if (n < 0) {
                return false;
            }
            position += n;
        }
        return true;
    }
}
