package org.watchword.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;

/**
 * An HTTP answer as it lies in the block of a record, cut where its head ends. The body is all that follows, whatever the head says of its
 * length: what was kept counts, not what was announced.
 *
 * @param status of the answer
 * @param reason phrase behind it; empty where there is none
 * @param headers as they stand there, in their spelling
 * @param head status line and headers, byte for byte, with the empty line that ends them
 * @param body what follows
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
public record HttpBlock(int status, String reason, Map<String, List<String>> headers, byte[] head, byte[] body) {

    /** @throws IOException when the block is no HTTP answer */
    public static HttpBlock of(byte[] block) throws IOException {
        try {
            HttpResponse http =
                    HttpResponse.parseWithoutBody(Channels.newChannel(new ByteArrayInputStream(block)), null);
            int end = endOfHead(block);
            return new HttpBlock(
                    http.status(),
                    http.reason(),
                    http.headers().map(),
                    Arrays.copyOf(block, end),
                    Arrays.copyOfRange(block, end, block.length));
        } catch (RuntimeException e) {
            throw new IOException("not an HTTP answer: " + e.getMessage(), e);
        }
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    /** First value of a header. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The content codings of the body, in the order they were applied, with commas; empty for none. */
    public String coding() {
        return String.join(",", all("Content-Encoding"));
    }

    /** Behind the first empty line; some programs end lines with LF alone. */
    private static int endOfHead(byte[] block) {
        for (int i = 0; i + 1 < block.length; i++) {
            if (block[i] == '\n') {
                int next = block[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < block.length && block[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return block.length;
    }
}
