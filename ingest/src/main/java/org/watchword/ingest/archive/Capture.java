package org.watchword.ingest.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.URIs;
import org.watchword.model.ContentHash;

/**
 * A capture as the index knows it.
 *
 * @param url target address or URN
 * @param at time of capture, whole seconds
 * @param mime media type of the payload; {@code warc/revisit} for a revisit
 * @param status of the HTTP answer; 0 for bytes that came from no HTTP exchange
 * @param digest {@code WARC-Payload-Digest}: of the payload with its content coding, {@code sha256:} and 64 hex digits
 * @param sha256 of the payload after content decoding, as in {@link org.watchword.model.ArchiveRef}; absent for a revisit
 * @param recordId without angle brackets
 * @param file relative to the archive folder, with {@code /} between folders
 * @param offset of the record's gzip member
 * @param length of the record's gzip member
 */
public record Capture(
        String url,
        Instant at,
        String mime,
        int status,
        @Nullable String digest,
        @Nullable String sha256,
        String recordId,
        String file,
        long offset,
        long length) {

    /** Media type that CDX files give to revisits, by convention. */
    static final String REVISIT = "warc/revisit";

    private static final String EMPTY = ContentHash.sha256Hex("");

    public Capture {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    static Capture of(WrittenRecord record, String file, long offset, long length) {
        String url = record.url();
        HttpBlock http = record.http();
        return unplaced(
                        url == null ? "" : url,
                        record.at(),
                        record.isRevisit() ? REVISIT : record.contentType(),
                        http == null ? 0 : http.status(),
                        record.header("WARC-Payload-Digest").orElse(null),
                        record.holdsPayload() ? record.payloadSha256() : null,
                        record.id())
                .placed(file, offset, length);
    }

    /** One that has no place yet. */
    static Capture unplaced(
            String url,
            Instant at,
            @Nullable String contentType,
            int status,
            @Nullable String digest,
            @Nullable String sha256,
            String recordId) {
        String mime = contentType == null ? "unk" : baseType(contentType);
        return new Capture(url, at, mime, status, digest, sha256, recordId, "", 0, 0);
    }

    private static String baseType(String mime) {
        int semicolon = mime.indexOf(';');
        return (semicolon < 0 ? mime : mime.substring(0, semicolon)).strip();
    }

    public boolean isRevisit() {
        return mime.equals(REVISIT);
    }

    /** The address in sort-friendly form (SURT), under which a CDX file keeps it. */
    String surt() {
        return surt(url);
    }

    static String surt(String url) {
        return URIs.toNormalizedSurt(url).replace(" ", "%20");
    }

    /** What a payload is found by: its digest before and after content decoding. An empty one is not looked for. */
    List<String> payloadKeys() {
        if (isRevisit() || EMPTY.equals(sha256)) {
            return List.of();
        }
        return Stream.of(digest, "sha256:" + sha256)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Capture placed(String itsFile, long itsOffset, long itsLength) {
        return new Capture(url, at, mime, status, digest, sha256, recordId, itsFile, itsOffset, itsLength);
    }
}
