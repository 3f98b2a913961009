package org.watchword.ingest.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.source.Source;

/** Fetches the lists that pages are found in. */
final class ListFetcher {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]+)");

    private final PoliteFetcher fetcher;
    private final FetchLimits limits;
    private final Pace pace;
    private final PageManners manners;

    ListFetcher(PoliteFetcher fetcher, FetchLimits limits, Pace pace, PageManners manners) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.pace = pace;
        this.manners = manners;
    }

    /**
     * A list as received.
     *
     * @param at where it was found, after redirects
     * @param bytes decompressed
     * @param validators for asking again whether it has changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    record Content(WebAddress at, byte[] bytes, @Nullable String type, Fetched.Validators validators) {

        /** As the HTTP header names it. */
        @Nullable
        String charset() {
            Matcher m = CHARSET.matcher(type == null ? "" : type);
            return m.find() ? m.group(1) : null;
        }
    }

    /**
     * @param validators of the last reading; the same list is then not sent again
     * @return null when it has not changed since
     * @throws ElsewhereException when a redirect leads to a host that is served elsewhere
     */
    @Nullable
    Content fetch(Source.Web source, WebAddress address, Fetched.Validators validators)
            throws DiscoveryException, ElsewhereException, InterruptedException {
        String url = address.url();
        PoliteFetcher.Landed landed =
                fetcher.get(address, validators, source.crawl().allowLoopback(), pace.delay(source));
        if (landed.answer() instanceof Fetched.NotModified) {
            return null;
        }
        if (landed.answer() instanceof Fetched.Body body) {
            Page page = new Page(
                    body.payload(), body.contentType(), landed.address().url());
            if (source instanceof Source.LinkList && !manners.mayFollow(body, page)) {
                throw new DiscoveryException("nofollow", url + ": the page asks robots not to follow its links", null);
            }
            return new Content(
                    landed.address(),
                    ungzipped(url, body.payload()),
                    body.contentType(),
                    new Fetched.Validators(body.etag(), body.lastModified()));
        }
        if (landed.answer() instanceof Fetched.Redirect) {
            throw new ElsewhereException(landed.address());
        }
        if (landed.answer() instanceof Fetched.Failed failed) {
            throw new DiscoveryException(
                    failed.code(), url + ": " + failed.reason(), null, failed.retryable() ? failed.retryAfter() : null);
        }
        throw new DiscoveryException("bad-http", url + ": an answer nobody asked for", null);
    }

    /** Sitemaps are often files that are gzip-compressed themselves, whatever the transfer did. */
    private byte[] ungzipped(String url, byte[] bytes) throws DiscoveryException {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try {
            return ContentDecoding.decode(bytes, "gzip", limits.maxDecompressedBytes(), limits.maxRatio());
        } catch (UndecodableException e) {
            throw new DiscoveryException(e.code(), url + ": " + e.getMessage(), e);
        }
    }
}
