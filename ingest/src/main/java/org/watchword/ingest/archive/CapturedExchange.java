package org.watchword.ingest.archive;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * One HTTP exchange as it went over the wire.
 *
 * @param url address requested
 * @param at when the answer began to arrive
 * @param requestHead request line and headers with their line ends, closed by an empty line; empty when it is not known
 * @param responseHead status line and headers, likewise; without {@code Transfer-Encoding: chunked}
 * @param body as received, chunking removed, content coding kept
 * @param payloadSha256 digest of the body after content decoding, 64 hex digits; of a 304, that of the payload which was not sent again
 * @param ipAddress of the server
 * @param truncated why the body is not whole; absent when it is
 * @param notes what else is known of the capture, for its {@code metadata} record; names as in WARC 1.1, 6.5, where it has one
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, from fetcher to archive; never compared.
public record CapturedExchange(
        String url,
        Instant at,
        byte[] requestHead,
        byte[] responseHead,
        byte[] body,
        String payloadSha256,
        @Nullable String ipAddress,
        @Nullable WarcTruncationReason truncated,
        Map<String, String> notes) {

    /** One whose body is whole and of which nothing else is known. */
    public CapturedExchange(
            String url,
            Instant at,
            byte[] requestHead,
            byte[] responseHead,
            byte[] body,
            String payloadSha256,
            @Nullable String ipAddress) {
        this(url, at, requestHead, responseHead, body, payloadSha256, ipAddress, null, Map.of());
    }

    /** The same with notes. */
    public CapturedExchange with(Map<String, String> otherNotes) {
        return new CapturedExchange(
                url, at, requestHead, responseHead, body, payloadSha256, ipAddress, truncated, otherNotes);
    }
}
