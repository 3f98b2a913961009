package org.watchword.ingest.discover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a page, with what the list that holds it says of the page. None of it is evidence: the page itself decides, and these fill in
 * where it is silent.
 *
 * @param url as written, absolute where it could be made so
 * @param changedAt when the page last changed
 * @param publishedAt when the page was published
 * @param title plain text
 * @param news whether the list is of news: an entry of a feed, or of a sitemap with the news extension
 */
public record Link(
        String url,
        @Nullable Instant changedAt,
        @Nullable Instant publishedAt,
        @Nullable String title,
        boolean news) {

    /** A link of which only the address is known. */
    public static Link to(String url) {
        return new Link(url, null, null, null, false);
    }

    /** The latest time the list gives; absent when it gives none. */
    public @Nullable Instant latest() {
        if (changedAt == null) {
            return publishedAt;
        }
        return publishedAt == null || changedAt.isAfter(publishedAt) ? changedAt : publishedAt;
    }
}
