package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.PageEdits;
import org.watchword.model.Span;

/**
 * A page that was found, in the version captured last.
 *
 * @param documentId id of the page
 * @param url where it was fetched
 * @param title its headline
 * @param publishedAt when the page says it was published
 * @param capturedAt when the bytes were received
 * @param outlet who published it
 * @param source id of the configured source
 * @param language BCP 47 tag
 * @param versions texts it has had
 * @param edited whether, and how, its words were changed since they were first captured
 * @param statements statements on it
 * @param flagged how many of them have a flag that counts
 * @param category ids of the categories they were marked with
 * @param speaker who speaks on it
 * @param passages its words where the search found some, otherwise its beginning; at most {@value #MOST_PASSAGES}
 */
@JsonPropertyOrder({
    "documentId",
    "url",
    "title",
    "publishedAt",
    "capturedAt",
    "outlet",
    "source",
    "language",
    "versions",
    "edited",
    "statements",
    "flagged",
    "category",
    "speaker",
    "passages"
})
public record DocumentHit(
        String documentId,
        String url,
        @Nullable String title,
        @Nullable Instant publishedAt,
        Instant capturedAt,
        String outlet,
        String source,
        String language,
        int versions,
        PageEdits edited,
        int statements,
        int flagged,
        List<String> category,
        List<String> speaker,
        List<Passage> passages) {

    /** Passages shown of one page. */
    public static final int MOST_PASSAGES = 3;

    public DocumentHit {
        category = List.copyOf(category);
        speaker = List.copyOf(speaker);
        passages = List.copyOf(passages);
    }

    /**
     * Some of its words.
     *
     * @param highlights what the query's words match, in {@code text}
     */
    @JsonPropertyOrder({"text", "highlights"})
    public record Passage(String text, List<Span> highlights) {

        public Passage {
            highlights = List.copyOf(highlights);
        }
    }
}
