package org.watchword.ingest.collect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.FeedLinks;
import org.watchword.ingest.discover.Link;
import org.watchword.ingest.discover.ListLinks;
import org.watchword.ingest.discover.SitemapLinks;
import org.watchword.ingest.frontier.Frontier.Found;
import org.watchword.ingest.http.ContentDecoding;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.UndecodableException;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.source.Source;

/** Fetches what holds a source's links and reads them. */
public final class LinkDiscovery {

    private static final int MAX_SITEMAPS = 500;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]+)");

    private final PoliteFetcher fetcher;
    private final FetchLimits limits;
    private final Pace pace;
    private final PageManners manners;

    public LinkDiscovery(PoliteFetcher fetcher, FetchLimits limits, Pace pace, PageManners manners) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.pace = pace;
        this.manners = manners;
    }

    /**
     * The pages a source lists, each once, those its patterns exclude left out.
     *
     * @throws DiscoveryException when none of its addresses could be read; where only some could, their pages are answered
     */
    public List<Found> pages(Source.Web source) throws DiscoveryException, InterruptedException {
        Map<String, Found> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(source.urls());
        Set<String> seen = new HashSet<>(open);
        DiscoveryException problem = null;
        boolean anyRead = false;
        while (!open.isEmpty()) {
            String url = open.remove();
            try {
                Content content = fetch(source, url);
                for (Link link : links(source, content, open, seen)) {
                    take(source, content, link, found);
                }
                anyRead = true;
            } catch (DiscoveryException e) {
                problem = e;
            }
        }
        if (problem != null && !anyRead) {
            throw problem;
        }
        int most = source.crawl().maxPages();
        List<Found> pages = new ArrayList<>(found.values());
        return most > 0 && pages.size() > most ? pages.subList(0, most) : pages;
    }

    /**
     * What the first address of a source holds.
     *
     * @param links pages it lists
     * @param taken those of them that the source's patterns let through
     * @param sitemaps further sitemaps it names, which were not fetched
     */
    public record Glimpse(int links, int taken, int sitemaps) {}

    /** Reads a source's first address and nothing behind it. */
    public Glimpse glimpse(Source.Web source) throws DiscoveryException, InterruptedException {
        Deque<String> open = new ArrayDeque<>();
        Content content = fetch(source, source.urls().get(0));
        List<Link> links = links(source, content, open, new HashSet<>());
        Map<String, Found> found = new LinkedHashMap<>();
        links.forEach(link -> take(source, content, link, found));
        return new Glimpse(links.size(), found.size(), open.size());
    }

    private static void take(Source.Web source, Content content, Link link, Map<String, Found> found) {
        content.at
                .resolve(link.url())
                .filter(a -> source.crawl().takes(a.url()))
                .ifPresent(a -> found.putIfAbsent(a.url(), new Found(a, link.changedAt())));
    }

    private List<Link> links(Source.Web source, Content content, Deque<String> open, Set<String> seen)
            throws DiscoveryException {
        String url = content.at.url();
        if (source instanceof Source.Feed) {
            return FeedLinks.read(content.bytes, content.type, url);
        }
        if (source instanceof Source.LinkList list) {
            return ListLinks.read(content.bytes, charset(content.type), url, list.selector());
        }
        SitemapLinks.Content sitemap = SitemapLinks.read(ungzipped(content.bytes), url);
        for (String further : sitemap.sitemaps()) {
            if (seen.size() < MAX_SITEMAPS && seen.add(further)) {
                open.add(further);
            }
        }
        return sitemap.pages();
    }

    @SuppressWarnings("ArrayRecordComponent") // Local to one call.
    private record Content(
            WebAddress at, byte[] bytes, @Nullable String type) {}

    private Content fetch(Source.Web source, String url) throws DiscoveryException, InterruptedException {
        WebAddress address = WebAddress.of(url)
                .orElseThrow(() -> new DiscoveryException("bad-url", url + ": not an http or https address", null));
        Duration delay = pace.delay(source);
        PoliteFetcher.Landed landed =
                fetcher.get(address, Fetched.Validators.NONE, source.crawl().allowLoopback(), delay);
        if (landed.answer() instanceof Fetched.Body body) {
            Page page = new Page(
                    body.payload(), body.contentType(), landed.address().url());
            if (source instanceof Source.LinkList && !manners.mayFollow(body, page)) {
                throw new DiscoveryException("nofollow", url + ": the page asks robots not to follow its links", null);
            }
            return new Content(landed.address(), body.payload(), body.contentType());
        }
        if (landed.answer() instanceof Fetched.Failed failed) {
            throw new DiscoveryException(failed.code(), url + ": " + failed.reason(), null);
        }
        throw new DiscoveryException("bad-http", url + ": an answer nobody asked for", null);
    }

    /** Sitemaps are often files that are gzip-compressed themselves, whatever the transfer did. */
    private byte[] ungzipped(byte[] bytes) throws DiscoveryException {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try {
            return ContentDecoding.decode(bytes, "gzip", limits.maxDecompressedBytes(), limits.maxRatio());
        } catch (UndecodableException e) {
            throw new DiscoveryException(e.code(), String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher m = CHARSET.matcher(contentType == null ? "" : contentType);
        return m.find() ? m.group(1) : null;
    }
}
