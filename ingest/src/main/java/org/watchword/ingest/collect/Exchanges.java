package org.watchword.ingest.collect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.archive.CapturedExchange;
import org.watchword.ingest.frontier.Hints;
import org.watchword.ingest.frontier.UrlState;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.page.Extraction.Article;

/** What the archive is told of an answer: its bytes, and in notes how the page was found and what was read in it. */
final class Exchanges {

    private final Hints hints;

    Exchanges(Hints hints) {
        this.hints = hints;
    }

    /**
     * @param at where the request ended after redirects
     * @param article what was found in it; absent when no article was
     */
    CapturedExchange of(
            UrlState asked, WebAddress at, Fetched.Body body, String payloadSha256, @Nullable Article article) {
        CaptureNotes notes = notes(asked, at, body.took().toMillis());
        if (article != null) {
            notes.article(article, at.canonical(article.canonicalUrl()).url(), DocumentMaker.textDigest(article));
        }
        return new CapturedExchange(
                        at.url(),
                        body.at(),
                        body.requestHead(),
                        body.responseHead(),
                        body.received(),
                        payloadSha256,
                        body.ipAddress())
                .with(notes.all());
    }

    /** A 304, which says that the bytes last received still hold. */
    CapturedExchange notModified(UrlState asked, WebAddress at, Fetched.NotModified same) {
        return new CapturedExchange(
                        at.url(),
                        same.at(),
                        same.requestHead(),
                        same.responseHead(),
                        new byte[0],
                        Objects.requireNonNullElse(asked.payloadSha256(), ""),
                        same.ipAddress())
                .with(notes(asked, at, same.took().toMillis()).all());
    }

    private CaptureNotes notes(UrlState asked, WebAddress at, long millis) {
        return new CaptureNotes()
                .found(asked.source(), asked.url(), at.url(), hints.of(asked.url()))
                .took(millis);
    }
}
