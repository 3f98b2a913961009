package org.watchword.analyze;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/** A page that can be captured, in English and without a speaker unless told otherwise. */
public record TestingPage(String source, String outlet, String url) {

    private static final String TITLE = "Title";

    /** A page of an outlet of its own. */
    public static TestingPage named(String name) {
        return new TestingPage(name, "The " + name, "https://" + name + ".example/");
    }

    public String id() {
        return ContentHash.documentId(url);
    }

    public Document captured(String text, Instant at) {
        return document(TITLE, text, null, "en", null, at);
    }

    public Document captured(@Nullable String title, String text, @Nullable Instant modifiedAt, Instant at) {
        return document(title, text, modifiedAt, "en", null, at);
    }

    public Document spoken(String text, @Nullable String language, @Nullable String speaker, Instant at) {
        return document(TITLE, text, null, language, speaker, at);
    }

    private Document document(
            @Nullable String title,
            String text,
            @Nullable Instant modifiedAt,
            @Nullable String language,
            @Nullable String speaker,
            Instant at) {
        return new Document(
                id(),
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
                null,
                modifiedAt,
                language,
                speaker,
                null,
                null,
                text,
                List.of(),
                ContentHash.sha256Hex(text),
                at,
                null);
    }
}
