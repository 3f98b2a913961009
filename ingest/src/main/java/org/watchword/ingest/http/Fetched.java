package org.watchword.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one request. */
public sealed interface Fetched {

    /**
     * Status 200, or 203 where a proxy changed something.
     *
     * @param requestHead as sent, closed by an empty line
     * @param responseHead as received, closed by an empty line; only a {@code Transfer-Encoding} is renamed
     *     {@code X-Archive-Orig-Transfer-Encoding}, because {@code received} no longer is chunked
     * @param received body with chunking removed and content coding kept
     * @param payload body after content decoding
     * @param etag as received, with its quotes
     * @param lastModified as received, never parsed
     * @param robotsTags values of {@code X-Robots-Tag}, one per header
     * @param at when the head had arrived
     * @param took from the request to the last byte, waiting for the host's turn not included
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    record Body(
            byte[] requestHead,
            byte[] responseHead,
            byte[] received,
            byte[] payload,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            List<String> robotsTags,
            @Nullable String ipAddress,
            Instant at,
            Duration took)
            implements Fetched {}

    /**
     * Status 304. Components as those of {@link Body}.
     *
     * @param requestHead with the validators that were sent
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    record NotModified(
            byte[] requestHead,
            byte[] responseHead,
            @Nullable String ipAddress,
            Instant at,
            Duration took) implements Fetched {}

    /**
     * A redirect, not followed.
     *
     * @param location as received
     */
    record Redirect(int status, String location) implements Fetched {}

    /**
     * No body to be had.
     *
     * @param code short and stable: {@code not-found}, {@code gone}, {@code http-NNN}, {@code private-address},
     *     {@code blocked-port}, {@code too-large},
     *     {@code too-slow}, {@code unreachable}, {@code bad-http}, {@code bad-encoding}, {@code unsupported-encoding}
     * @param reason in words
     * @param retryable whether the same request may succeed later
     * @param retryAfter how long the server asks us to stay away
     */
    record Failed(
            String code,
            String reason,
            boolean retryable,
            @Nullable Duration retryAfter) implements Fetched {}

    /**
     * Validators of an earlier capture, sent back exactly as received (RFC 9110, 13.1).
     *
     * @param etag for {@code If-None-Match}
     * @param lastModified for {@code If-Modified-Since}
     */
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        public static final Validators NONE = new Validators(null, null);
    }
}
