package org.watchword.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A file of lines in the order of their UTF-8 bytes (as by {@code LC_ALL=C sort}), searched by halving. */
final class SortedLines {

    private static final int BUFFER = 4096;

    private SortedLines() {}

    /** Replaces the file at once: whoever reads sees the old lines or the new ones. */
    static void write(Path file, Collection<String> lines) throws IOException {
        List<byte[]> sorted = new ArrayList<>(lines.size());
        lines.forEach(line -> sorted.add((line + '\n').getBytes(StandardCharsets.UTF_8)));
        sorted.sort(Arrays::compareUnsigned);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sorted.forEach(bytes::writeBytes);
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** All lines that begin with a prefix, in order. */
    static List<String> startingWith(Path file, String prefix) throws IOException {
        byte[] wanted = prefix.getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long low = 0;
            long high = channel.size();
            while (low < high) {
                // The line that begins at or before the middle, seen from its start.
                long start = lineStart(channel, low, (low + high) >>> 1);
                byte[] line = line(channel, start);
                if (Arrays.compareUnsigned(line, wanted) < 0) {
                    low = start + line.length + 1;
                } else {
                    high = start;
                }
            }
            List<String> found = new ArrayList<>();
            long size = channel.size();
            while (low < size) {
                byte[] line = line(channel, low);
                if (line.length < wanted.length
                        || Arrays.compareUnsigned(line, 0, wanted.length, wanted, 0, wanted.length) != 0) {
                    break;
                }
                found.add(new String(line, StandardCharsets.UTF_8));
                low += line.length + 1;
            }
            return found;
        }
    }

    private static long lineStart(FileChannel channel, long from, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long end = position;
        while (end > from) {
            long begin = Math.max(from, end - BUFFER);
            buffer.clear().limit((int) (end - begin));
            fill(channel, buffer, begin);
            for (int i = buffer.position() - 1; i >= 0; i--) {
                if (buffer.get(i) == '\n') {
                    return begin + i + 1;
                }
            }
            end = begin;
        }
        return from;
    }

    /** Without its line end. */
    private static byte[] line(FileChannel channel, long start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = start;
        while (true) {
            buffer.clear();
            fill(channel, buffer, at);
            for (int i = 0; i < buffer.position(); i++) {
                if (buffer.get(i) == '\n') {
                    line.write(buffer.array(), 0, i);
                    return line.toByteArray();
                }
            }
            line.write(buffer.array(), 0, buffer.position());
            if (buffer.position() < BUFFER) {
                return line.toByteArray();
            }
            at += BUFFER;
        }
    }

    private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            continue;
        }
    }
}
