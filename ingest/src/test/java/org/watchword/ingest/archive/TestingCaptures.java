package org.watchword.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.watchword.model.ContentHash;

/** Exchanges with a site that does not exist. */
final class TestingCaptures {

    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final String URL = "https://vale.example.org/a";

    private TestingCaptures() {}

    /** A page sent as gzip. */
    static CapturedExchange page(String text) {
        return page(URL, NOON, text);
    }

    static CapturedExchange page(String url, Instant at, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] body = gzip(payload);
        return new CapturedExchange(
                url,
                at,
                latin1("GET /a HTTP/1.1\r\nHost: vale.example.org\r\n\r\n"),
                latin1(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nx-ODD:  kept \r\nContent-Encoding: gzip\r\nContent-Length: "
                                + body.length + "\r\n\r\n"),
                body,
                ContentHash.sha256Hex(payload),
                "203.0.113.7");
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
