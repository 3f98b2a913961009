package org.watchword.ingest.extract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.model.ContentHash;
import org.watchword.model.Turn;

/**
 * One line of {@code watchword extract}. A page without an article keeps its line and its metadata, with empty text and the reason in
 * {@link #refused()}, which is not written.
 *
 * @param file name as given
 * @param url address of the page, null when it names none
 * @param publishedAt with the offset the page gives, so that the day is the one a reader of the page sees
 * @param modifiedAt likewise
 * @param sha256 SHA-256 of the file's bytes, 64 lower-case hex digits
 * @param section as in {@link Extraction.Article}, as all that follow
 */
@JsonPropertyOrder({
    "file",
    "url",
    "canonicalUrl",
    "title",
    "byline",
    "siteName",
    "publishedAt",
    "modifiedAt",
    "language",
    "text",
    "sha256",
    "section",
    "image",
    "event",
    "speaker",
    "speakerOffice",
    "turns"
})
public record ExtractRecord(
        String file,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String siteName,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime modifiedAt,
        @Nullable String language,
        String text,
        String sha256,
        @Nullable String section,
        @Nullable String image,
        @Nullable String event,
        @Nullable String speaker,
        @Nullable String speakerOffice,
        List<Turn> turns,
        @JsonIgnore Extraction.@Nullable Refused refused) {

    /** Reads a page that lies in a file, so that only the page itself can tell its address. */
    public static ExtractRecord of(String file, byte[] bytes, HtmlExtractor extractor) {
        Reading reading = extractor.read(new Page(bytes, null, ""));
        Extraction.Article a = reading.article();
        return new ExtractRecord(
                file,
                a.canonicalUrl(),
                a.canonicalUrl(),
                a.title(),
                a.byline(),
                a.siteName(),
                reading.publishedAt(),
                reading.modifiedAt(),
                a.language(),
                a.text(),
                ContentHash.sha256Hex(bytes),
                a.section(),
                a.image(),
                a.event(),
                a.speaker(),
                a.speakerOffice(),
                a.turns(),
                reading.refused());
    }
}
