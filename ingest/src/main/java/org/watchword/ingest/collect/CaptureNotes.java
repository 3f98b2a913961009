package org.watchword.ingest.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.page.Extraction.Article;

/**
 * What is known of a capture beside its bytes, as the fields of its {@code metadata} record: how the page was found, what the list that
 * named it said of it, and what was read in it. {@code via} and {@code fetchTimeMs} are those of WARC 1.1, 6.5; the other names are ours.
 */
final class CaptureNotes {

    private static final String SOURCE = "source";
    private static final String VIA = "via";
    private static final String FOUND_IN = "found-in";
    private static final String LISTED_TITLE = "listed-title";
    private static final String LISTED_AT = "listed-published-at";
    private static final String LISTED_SPEAKER = "listed-speaker";
    private static final String LISTED_OFFICE = "listed-speaker-office";
    private static final String LISTED_LANGUAGE = "listed-language";

    private final Map<String, String> fields = new LinkedHashMap<>();

    /**
     * @param asked the address that was asked for
     * @param at the address that answered
     */
    CaptureNotes found(String source, String asked, String at, Hint hint) {
        put(SOURCE, source);
        put(VIA, asked.equals(at) ? hint.foundIn() : asked);
        put(FOUND_IN, hint.foundIn());
        put(LISTED_TITLE, hint.title());
        put(LISTED_AT, hint.publishedAt());
        put(LISTED_SPEAKER, hint.speaker());
        put(LISTED_OFFICE, hint.speakerOffice());
        put(LISTED_LANGUAGE, hint.language());
        return this;
    }

    CaptureNotes took(long millis) {
        put("fetchTimeMs", Long.toString(millis));
        return this;
    }

    CaptureNotes article(Article article, String canonicalUrl, String textSha256) {
        put("canonical-url", canonicalUrl);
        put("title", article.title());
        put("byline", article.byline());
        put("published-at", article.publishedAt());
        put("modified-at", article.modifiedAt());
        put("language", article.language());
        put("text-sha256", textSha256);
        return this;
    }

    Map<String, String> all() {
        return fields;
    }

    /** What a list had said, from notes that were read back. */
    static Hint hint(Map<String, String> notes) {
        return new Hint(
                instant(notes.get(LISTED_AT)),
                notes.get(LISTED_TITLE),
                notes.get(LISTED_SPEAKER),
                notes.get(LISTED_OFFICE),
                notes.get(LISTED_LANGUAGE),
                notes.get(FOUND_IN));
    }

    private static @Nullable Instant instant(@Nullable String written) {
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeException e) {
            // Another program's field of the same name.
            return null;
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(name, value.toString());
        }
    }
}
