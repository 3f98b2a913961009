package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.PageEdits;
import org.watchword.model.Speaker;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewSummary;

/**
 * A statement with its provenance, as it is indexed and served.
 *
 * @param id the statement's id
 * @param start first UTF-16 unit in the document's text
 * @param end one past the last unit
 * @param text the words
 * @param speaker whose words; absent when the outlet speaks
 * @param flags what was found
 * @param documentId id of the page
 * @param url where it was fetched
 * @param title headline of the page
 * @param publishedAt when the page says it was published
 * @param capturedAt when the bytes were received
 * @param outlet who published it
 * @param outletCountry where that outlet is, in the words of the catalogue; absent where it does not say
 * @param source id of the configured source
 * @param language BCP 47 tag
 * @param textSha256 digest of the text of the version it stands in
 * @param archive where the captured bytes lie
 * @param supersededBy the same words in a later version of the page; such a statement is left out of searches
 * @param vanishedAt when the page was first captured without these words
 * @param edited whether, and how, the words of its page were changed since they were first captured
 * @param story the story its page belongs to: the smallest document id among pages with copies of one text, its own when it has none
 * @param review where it stands after what people decided on it; absent while nobody has
 */
@JsonPropertyOrder({
    "id",
    "start",
    "end",
    "text",
    "speaker",
    "flags",
    "documentId",
    "url",
    "title",
    "publishedAt",
    "capturedAt",
    "outlet",
    "outletCountry",
    "source",
    "language",
    "textSha256",
    "archive",
    "supersededBy",
    "vanishedAt",
    "edited",
    "story",
    "review"
})
public record StatementRecord(
        String id,
        int start,
        int end,
        String text,
        @Nullable Speaker speaker,
        List<Flag> flags,
        String documentId,
        String url,
        @Nullable String title,
        @Nullable Instant publishedAt,
        Instant capturedAt,
        String outlet,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outletCountry,
        String source,
        String language,
        String textSha256,
        @Nullable ArchiveRef archive,
        @Nullable String supersededBy,
        @Nullable Instant vanishedAt,
        PageEdits edited,
        String story,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReviewSummary review) {

    // A row says nothing of edits when there were none, and one written before there were stories nothing of them.
    @SuppressWarnings("ConstantValue")
    public StatementRecord {
        flags = List.copyOf(flags);
        edited = edited == null ? PageEdits.NONE : edited;
        story = story == null ? documentId : story;
    }

    /** A statement on which nobody has decided, of an outlet whose country is not known. */
    public StatementRecord(
            String id,
            int start,
            int end,
            String text,
            @Nullable Speaker speaker,
            List<Flag> flags,
            String documentId,
            String url,
            @Nullable String title,
            @Nullable Instant publishedAt,
            Instant capturedAt,
            String outlet,
            String source,
            String language,
            String textSha256,
            @Nullable ArchiveRef archive,
            @Nullable String supersededBy,
            @Nullable Instant vanishedAt,
            PageEdits edited,
            String story) {
        this(
                id,
                start,
                end,
                text,
                speaker,
                flags,
                documentId,
                url,
                title,
                publishedAt,
                capturedAt,
                outlet,
                null,
                source,
                language,
                textSha256,
                archive,
                supersededBy,
                vanishedAt,
                edited,
                story,
                null);
    }

    /** The same, standing where these decisions put it. */
    public StatementRecord reviewed(@Nullable ReviewSummary now) {
        return new StatementRecord(
                id,
                start,
                end,
                text,
                speaker,
                flags,
                documentId,
                url,
                title,
                publishedAt,
                capturedAt,
                outlet,
                outletCountry,
                source,
                language,
                textSha256,
                archive,
                supersededBy,
                vanishedAt,
                edited,
                story,
                now);
    }

    /** Where it stands. */
    public ReviewSummary standing() {
        return review == null ? ReviewSummary.unreviewed() : review;
    }

    /** Names its words on its page, for all decisions on them. */
    public String subject() {
        return Review.subject(documentId, ContentHash.wordsId(text));
    }
}
