package org.watchword.ingest.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A capture read back.
 *
 * @param type {@code response}, {@code revisit} or {@code resource}
 * @param url target address or URN
 * @param capturedAt {@code WARC-Date}
 * @param headers the record's own headers as written
 * @param httpHeaders the HTTP headers of this answer; empty for a {@code resource}
 * @param contentType of the payload
 * @param payload the bytes whose SHA-256 a reference gives: for HTTP, after content decoding
 * @param payloadRecordId id of the record that holds the payload: this one, or the one a {@code revisit} refers to
 * @param block the record's block as written, for HTTP the head with its line ends and what followed it
 */
@SuppressWarnings("ArrayRecordComponent") // A payload may be megabytes large: it is handed over, never copied.
public record ArchivedRecord(
        String type,
        String url,
        Instant capturedAt,
        Map<String, List<String>> headers,
        Map<String, List<String>> httpHeaders,
        @Nullable String contentType,
        byte[] payload,
        String payloadRecordId,
        byte[] block) {}
