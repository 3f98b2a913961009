package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.model.PageEdits;
import org.watchword.model.PageHistory;

/**
 * A page with its changes.
 *
 * @param documentId id of the page
 * @param title headline of the version captured last
 * @param outlet who published it
 * @param source id of the configured source
 * @param language BCP 47 tag
 * @param url where it was fetched
 * @param publishedAt when the page says it was published
 * @param versions texts it has had
 * @param edited whether, and how, its words were changed
 * @param revisedAt when the last change of its words was captured; absent when there was none
 * @param history its changes
 */
@JsonPropertyOrder({
    "documentId",
    "title",
    "outlet",
    "source",
    "language",
    "url",
    "publishedAt",
    "versions",
    "edited",
    "revisedAt",
    "history"
})
public record EditedPage(
        String documentId,
        @Nullable String title,
        String outlet,
        String source,
        String language,
        String url,
        @Nullable Instant publishedAt,
        int versions,
        PageEdits edited,
        @Nullable Instant revisedAt,
        PageHistory history) {}
