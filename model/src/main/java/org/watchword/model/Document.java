package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One captured version of one page: its text and what is known about it. Travels on {@link Topics#DOCUMENTS}, keyed by {@code id}.
 *
 * @param id {@link ContentHash#documentId} of the canonical URL: the same for every version of the page
 * @param source id of the configured source that led to the page
 * @param outlet who published it, as people call it; shown where no speaker is known
 * @param outletCountry where the outlet is, in the words of the catalogue; absent where it does not say
 * @param url address it was fetched from, after redirects
 * @param canonicalUrl address the page gives itself, or {@code url}
 * @param title headline
 * @param byline author line as printed, without "By"
 * @param siteName name of the site as the page states it
 * @param section part of the outlet the page stands in, as the page names it: "World", "Press releases"
 * @param image absolute address of the lead image
 * @param publishedAt when the page says it was published
 * @param modifiedAt when the page says it was last changed
 * @param language BCP 47 tag the page or source declares; the line detects it when absent
 * @param speaker who speaks throughout, for a speech; absent for a report
 * @param speakerOffice office of that speaker as the page gives it
 * @param event the occasion of a speech or transcript, as the page names it
 * @param text plain text, paragraphs separated by a blank line
 * @param turns who speaks where in {@code text}, in order and apart, when the page is a transcript of several; else empty
 * @param textSha256 {@link ContentHash#sha256Hex(String)} of {@code text}: names the version
 * @param capturedAt when the bytes were received
 * @param archive where the bytes are kept; absent only for text that never came through the archive, as in {@code annotate}
 */
@JsonPropertyOrder({
    "id",
    "source",
    "outlet",
    "outletCountry",
    "url",
    "canonicalUrl",
    "title",
    "byline",
    "siteName",
    "section",
    "image",
    "publishedAt",
    "modifiedAt",
    "language",
    "speaker",
    "speakerOffice",
    "event",
    "text",
    "turns",
    "textSha256",
    "capturedAt",
    "archive"
})
public record Document(
        String id,
        String source,
        String outlet,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outletCountry,
        String url,
        String canonicalUrl,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String siteName,
        @Nullable String section,
        @Nullable String image,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable String language,
        @Nullable String speaker,
        @Nullable String speakerOffice,
        @Nullable String event,
        String text,
        List<Turn> turns,
        String textSha256,
        Instant capturedAt,
        @Nullable ArchiveRef archive) {

    @SuppressWarnings("ConstantValue") // A record written before there were turns carries none.
    public Document {
        turns = turns == null ? List.of() : List.copyOf(turns);
    }

    /** A page of which only this is known, at its canonical address: id and digest follow from address and text. */
    public static Document ofText(
            String source,
            String outlet,
            String url,
            @Nullable String title,
            @Nullable Instant publishedAt,
            @Nullable String language,
            String text,
            Instant capturedAt,
            @Nullable ArchiveRef archive) {
        return new Document(
                ContentHash.documentId(url),
                source,
                outlet,
                null,
                url,
                url,
                title,
                null,
                null,
                null,
                null,
                publishedAt,
                null,
                language,
                null,
                null,
                null,
                text,
                List.of(),
                ContentHash.sha256Hex(text),
                capturedAt,
                archive);
    }
}
