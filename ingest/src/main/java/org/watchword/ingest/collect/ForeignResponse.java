package org.watchword.ingest.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.watchword.ingest.archive.HttpBlock;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.UndecodableException;

/**
 * An HTTP answer in somebody else's WARC file. Crawlers differ in what they keep: some store a body whose chunking or content coding they
 * had removed and leave the headers that announce it, as the early files of Common Crawl's news collection do. Such a header is renamed,
 * all else of the head stays byte for byte.
 *
 * @param head status line and headers as they stood there, what no longer holds of the body renamed {@code X-Archive-Orig-…}
 * @param body without chunking, content coding kept
 * @param coding content coding of {@code body}; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
record ForeignResponse(
        int status,
        String reason,
        byte[] head,
        byte[] body,
        String coding,
        @Nullable String contentType) {

    private static final int MAX_RATIO = 1000;
    private static final Pattern NAME = Pattern.compile("(?m)^([^\\s:]+)(?=[ \\t]*:)");
    private static final Pattern CHUNK = Pattern.compile("^[0-9A-Fa-f]{1,8}[ \\t]*(;[^\\r\\n]*)?\\r?\\n");

    /** @throws IOException when the block is no HTTP answer */
    static ForeignResponse of(byte[] block) throws IOException {
        HttpBlock http = HttpBlock.of(block);
        byte[] body = http.body();
        Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (http.first("Transfer-Encoding").isPresent()) {
            gone.add("Transfer-Encoding");
            body = looksChunked(body) ? unchunked(block) : body;
        }
        String coding = http.coding();
        if (coding.toLowerCase(Locale.ROOT).contains("gzip") && body.length > 0 && !looksGzipped(body)) {
            gone.add("Content-Encoding");
            coding = "";
        }
        return new ForeignResponse(
                http.status(),
                http.reason(),
                renamed(http.head(), gone),
                body,
                coding,
                http.first("Content-Type").orElse(null));
    }

    /** The body after content decoding. */
    byte[] payload(long maxBytes) throws UndecodableException {
        return ContentDecoding.decode(body, coding, maxBytes, MAX_RATIO);
    }

    private static byte[] unchunked(byte[] block) throws IOException {
        try (InputStream in =
                HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block))).body().stream()) {
            return in.readAllBytes();
        } catch (RuntimeException e) {
            throw new IOException("chunks that cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] renamed(byte[] head, Set<String> names) {
        if (names.isEmpty()) {
            return head;
        }
        Matcher name = NAME.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return name.replaceAll(m -> Matcher.quoteReplacement(
                        names.contains(m.group(1)) ? "X-Archive-Orig-" + m.group(1) : m.group(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean looksChunked(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
        return CHUNK.matcher(start).find();
    }

    private static boolean looksGzipped(byte[] body) {
        return body.length > 1 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    }
}
