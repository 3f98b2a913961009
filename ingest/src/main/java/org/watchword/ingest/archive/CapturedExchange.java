package org.watchword.ingest.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange as it went over the wire.
 *
 * @param url address requested
 * @param at when the answer began to arrive
 * @param requestHead request line and headers with their line ends, closed by an empty line; empty when it is not known
 * @param responseHead status line and headers, likewise; without {@code Transfer-Encoding: chunked}
 * @param body as received, chunking removed, content coding kept
 * @param payloadSha256 digest of the body after content decoding, 64 hex digits
 * @param ipAddress of the server
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, from fetcher to archive; never compared.
public record CapturedExchange(
        String url,
        Instant at,
        byte[] requestHead,
        byte[] responseHead,
        byte[] body,
        String payloadSha256,
        @Nullable String ipAddress) {}
