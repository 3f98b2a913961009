package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that carries the same story as another.
 *
 * @param documentId id of the page
 * @param outlet who published it
 * @param source id of the configured source
 * @param language BCP 47 tag
 * @param title headline of the version captured last
 * @param url where it was fetched
 * @param publishedAt when the page says it was published
 * @param capturedAt when the version captured last was received
 * @param statementId the statement asked for, as it stands on this page; absent when the page leaves it out
 */
@JsonPropertyOrder({
    "documentId",
    "outlet",
    "source",
    "language",
    "title",
    "url",
    "publishedAt",
    "capturedAt",
    "statementId"
})
public record Appearance(
        String documentId,
        String outlet,
        String source,
        String language,
        @Nullable String title,
        String url,
        @Nullable Instant publishedAt,
        Instant capturedAt,
        @Nullable String statementId) {

    /** When it was published or, where unknown, captured. */
    public Instant date() {
        Instant published = publishedAt;
        return published == null ? capturedAt : published;
    }
}
