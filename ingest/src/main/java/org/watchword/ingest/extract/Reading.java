package org.watchword.ingest.extract;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction;

/**
 * All that was read from a page, also from one that is refused.
 *
 * @param article text and metadata; text empty when the page is refused
 * @param publishedAt with the page's own offset
 * @param modifiedAt with the page's own offset
 * @param refused why the page gives no document, null when it gives one
 */
record Reading(
        Extraction.Article article,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime modifiedAt,
        Extraction.@Nullable Refused refused) {

    static Reading refused(String code, String reason) {
        return new Reading(Extraction.Article.ofText(""), null, null, new Extraction.Refused(code, reason));
    }
}
