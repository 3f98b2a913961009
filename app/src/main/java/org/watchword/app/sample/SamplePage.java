package org.watchword.app.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.watchword.model.ContentHash;

/**
 * One file of the sample, as it is sent.
 *
 * @param bytes the body
 * @param contentType by the file's ending
 * @param lastModified when the file was written, to the second
 * @param etag strong: hash of the body
 */
record SamplePage(byte[] bytes, String contentType, Instant lastModified, String etag) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "xml", "application/xml; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg");

    /**
     * Reads a file; in text, {@code @BASE@} becomes the server's own address.
     *
     * @throws IOException when it cannot be read
     */
    static SamplePage read(Path file, String base) throws IOException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] bytes = Files.readAllBytes(file);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        if (name.equals("feed.xml")) {
            type = "application/rss+xml; charset=utf-8";
        }
        if (type.contains("charset")) {
            bytes = replaceBase(bytes, base);
        }
        Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        String etag = "\"" + ContentHash.sha256Hex(bytes).substring(0, 20) + "\"";
        return new SamplePage(bytes, type, modified, etag);
    }

    /** Byte for byte as Latin-1, so that a page in another or a broken encoding stays as it is. */
    private static byte[] replaceBase(byte[] bytes, String base) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("@BASE@") ? text.replace("@BASE@", base).getBytes(StandardCharsets.ISO_8859_1) : bytes;
    }
}
