package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One captured version of one page: its text and what is known about it. Travels on {@link Topics#DOCUMENTS}, keyed by {@code id}.
 *
 * @param id {@link ContentHash#documentId} of the canonical URL: the same for every version of the page
 * @param source id of the configured source that led to the page
 * @param outlet who published it, as people call it; shown where no speaker is known
 * @param url address it was fetched from, after redirects
 * @param canonicalUrl address the page gives itself, or {@code url}
 * @param title headline
 * @param byline author line as printed, without "By"
 * @param siteName name of the site as the page states it
 * @param publishedAt when the page says it was published
 * @param modifiedAt when the page says it was last changed
 * @param language BCP 47 tag the page or source declares; the line detects it when absent
 * @param speaker who speaks throughout, for a speech; absent for a report
 * @param speakerOffice office of that speaker as the page gives it
 * @param text plain text, paragraphs separated by a blank line
 * @param textSha256 {@link ContentHash#sha256Hex(String)} of {@code text}: names the version
 * @param capturedAt when the bytes were received
 * @param archive where the bytes are kept; absent only for text that never came through the archive, as in {@code annotate}
 */
@JsonPropertyOrder({
    "id",
    "source",
    "outlet",
    "url",
    "canonicalUrl",
    "title",
    "byline",
    "siteName",
    "publishedAt",
    "modifiedAt",
    "language",
    "speaker",
    "speakerOffice",
    "text",
    "textSha256",
    "capturedAt",
    "archive"
})
public record Document(
        String id,
        String source,
        String outlet,
        String url,
        String canonicalUrl,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String siteName,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable String language,
        @Nullable String speaker,
        @Nullable String speakerOffice,
        String text,
        String textSha256,
        Instant capturedAt,
        @Nullable ArchiveRef archive) {}
