package org.watchword.ingest.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/**
 * A stretch of an archive file, as the log vouches for it.
 *
 * @param file relative to the archive folder
 * @param from offset of its first byte
 * @param to offset behind its last byte
 * @param sha256 of these bytes
 * @param captures in it
 * @param cdxj SHA-256 of their CDXJ lines, sorted, each with its line feed
 */
record CaptureRange(String file, long from, long to, String sha256, long captures, String cdxj) {

    static CaptureRange of(CustodyEntry entry) {
        return new CaptureRange(
                entry.detail("file"),
                entry.number("from"),
                entry.number("to"),
                entry.detail("sha256"),
                entry.number("captures"),
                entry.detail("cdxj"));
    }

    /** As the file has it now. */
    static CaptureRange read(ArchiveFolder archive, Path file, long from, long to) throws IOException {
        List<String> lines = archive.cdxj(file, from, to);
        return new CaptureRange(archive.name(file), from, to, digest(file, from, to), lines.size(), digest(lines));
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>();
        detail.put("file", file);
        detail.put("from", Long.toString(from));
        detail.put("to", Long.toString(to));
        detail.put("sha256", sha256);
        detail.put("captures", Long.toString(captures));
        detail.put("cdxj", cdxj);
        return detail;
    }

    boolean contains(String name, long offset) {
        return file.equals(name) && from <= offset && offset < to;
    }

    /** What was done to these bytes since; empty when they are the same. */
    Optional<String> difference(ArchiveFolder archive) throws IOException {
        Path path = archive.file(file);
        String bytes = "the bytes " + from + " to " + to + " of " + file;
        if (from < 0 || to < from) {
            return Optional.of("no stretch of a file: " + from + " to " + to);
        }
        if (!Files.exists(path)) {
            return Optional.of(bytes + " are gone: there is no such file");
        }
        if (Files.size(path) < to) {
            return Optional.of(bytes + " are gone: the file has only " + Files.size(path));
        }
        String found = digest(path, from, to);
        return found.equals(sha256)
                ? Optional.empty()
                : Optional.of(bytes + " were changed: their SHA-256 is " + found + ", not " + sha256);
    }

    private static String digest(Path file, long from, long to) throws IOException {
        MessageDigest digest = ContentHash.newSha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from);
            InputStream in = Channels.newInputStream(channel);
            byte[] buffer = new byte[1 << 16];
            long left = to - from;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    break;
                }
                digest.update(buffer, 0, n);
                left -= n;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(List<String> lines) {
        MessageDigest digest = ContentHash.newSha256();
        lines.forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
