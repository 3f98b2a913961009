package org.watchword.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;

/** Documents of which only the text matters. */
final class TestingDocuments {

    static final Instant CAPTURED = Instant.parse("2031-02-03T04:05:06Z");

    private TestingDocuments() {}

    /** One that never came through the archive. */
    static Document of(String url, String text) {
        return of(url, text, CAPTURED, null);
    }

    /** @param archive where its bytes lie */
    static Document of(String url, String text, Instant captured, @Nullable ArchiveRef archive) {
        return Document.ofText("test", "The Harbour Wire", url, null, null, "en", text, captured, archive);
    }
}
