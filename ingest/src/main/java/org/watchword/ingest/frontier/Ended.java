package org.watchword.ingest.frontier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Likeness;

/**
 * How an attempt at an address ended: its new state.
 *
 * @param url the address attempted
 * @param source whose counter it is added to
 * @param status as in {@link org.watchword.model.StageCounts#out()}
 * @param at when it ended
 * @param nextDue when to look again; absent for never
 * @param rhythm what has been learned of how often it changes; absent to keep what was known
 * @param capture what to remember of the bytes; absent to keep what was known
 * @param canonicalUrl the document reached; absent when none was
 */
public record Ended(
        String url,
        String source,
        String status,
        Instant at,
        @Nullable Instant nextDue,
        @Nullable Rhythm rhythm,
        @Nullable Capture capture,
        @Nullable String canonicalUrl) {

    /**
     * @param textSha256 absent when the page held no article
     * @param likeness likewise
     */
    public record Capture(
            @Nullable String etag,
            @Nullable String lastModified,
            String payloadSha256,
            @Nullable String textSha256,
            @Nullable Likeness likeness) {}

    public Ended withNextDue(Instant other) {
        return new Ended(url, source, status, at, other, rhythm, capture, canonicalUrl);
    }

    public Ended withStatus(String other) {
        return new Ended(url, source, other, at, nextDue, rhythm, capture, canonicalUrl);
    }
}
