package org.watchword.ingest.collect;

import java.util.Objects;
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
     * An answer without an article.
     *
     * @param at where the request ended after redirects
     */
    CapturedExchange of(UrlState asked, WebAddress at, Fetched.Body body, String payloadSha256) {
        return exchange(at, body, payloadSha256, notes(asked, at, body.took().toMillis()));
    }

    /**
     * An answer with an article.
     *
     * @param canonicalUrl the document's identity
     */
    CapturedExchange of(
            UrlState asked,
            WebAddress at,
            Fetched.Body body,
            String payloadSha256,
            Article article,
            String canonicalUrl) {
        CaptureNotes notes = notes(asked, at, body.took().toMillis())
                .article(article, canonicalUrl, DocumentMaker.textDigest(article));
        return exchange(at, body, payloadSha256, notes);
    }

    private static CapturedExchange exchange(
            WebAddress at, Fetched.Body body, String payloadSha256, CaptureNotes notes) {
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
                .found(asked.source(), asked.address(), at.url(), hints.of(asked.url()))
                .took(millis);
    }
}
