package org.watchword.ingest.discover;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;

/**
 * Links of an RSS, RDF, Atom, CDF or JSON feed. A feed that is not well-formed is read as far as it goes; no document type is obeyed,
 * and one that declares entities is refused.
 */
public final class FeedLinks {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");
    private static final int MAX_TITLE = 1_000;
    private static final String MAX_DEPTH = "256";

    private FeedLinks() {}

    /**
     * @param url the feed's own address, which relative links are taken from
     * @return its entries, and as {@code next} the older part of a paged or archived feed (RFC 5005)
     * @throws DiscoveryException {@code not-a-feed} when it is HTML or anything else
     */
    public static Listing read(byte[] body, @Nullable String contentType, String url) throws DiscoveryException {
        if (JsonFeed.isMeant(body)) {
            return JsonFeed.read(body, url);
        }
        WireFeedInput input = new ShallowInput();
        input.setAllowDoctypes(false);
        try (XmlReader reader = contentType == null
                ? new XmlReader(new ByteArrayInputStream(body), true)
                : new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            return listing(new SyndFeedImpl(input.build(reader)), url);
        } catch (FeedException | IOException | RuntimeException | StackOverflowError e) {
            Optional<Listing> loose = LooseFeed.read(body, charset(contentType), url);
            return loose.orElseThrow(() ->
                    new DiscoveryException("not-a-feed", url + ": not an RSS or Atom feed: " + e.getMessage(), e));
        }
    }

    /** The library's tree takes time by the square of its depth, and copying it ends the thread; no feed is deep. */
    private static final class ShallowInput extends WireFeedInput {

        ShallowInput() {
            super(false, Locale.US);
        }

        @Override
        protected SAXBuilder createSAXBuilder() {
            SAXBuilder builder = super.createSAXBuilder();
            builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MAX_DEPTH);
            return builder;
        }
    }

    private static Listing listing(SyndFeed feed, String url) {
        List<Link> links = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            String link = entry.getLink() != null ? entry.getLink() : addressIn(entry.getUri());
            if (link != null && !link.isBlank()) {
                links.add(new Link(
                        absolute(url, link.strip()),
                        instant(entry.getUpdatedDate()),
                        instant(entry.getPublishedDate()),
                        plain(entry.getTitle()),
                        true));
            }
        }
        return new Listing(links, List.of(), older(feed, url));
    }

    /** RFC 5005: {@code prev-archive} of an archived feed, {@code next} of a paged one. */
    private static @Nullable String older(SyndFeed feed, String url) {
        String next = null;
        for (SyndLink link : feed.getLinks()) {
            next = older(next, link.getRel(), link.getHref(), url);
        }
        for (Element element : feed.getForeignMarkup()) {
            if (element.getName().equals("link")) {
                next = older(next, element.getAttributeValue("rel"), element.getAttributeValue("href"), url);
            }
        }
        return next;
    }

    static @Nullable String older(@Nullable String found, @Nullable String rel, @Nullable String href, String url) {
        boolean archive = "prev-archive".equals(rel);
        boolean wanted = archive || found == null && "next".equals(rel);
        return wanted && href != null && !href.isBlank() ? absolute(url, href.strip()) : found;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Titles are plain text here, whatever markup the feed put into them. */
    static @Nullable String plain(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String cut = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
        boolean markup = cut.indexOf('<') >= 0 || cut.indexOf('&') >= 0;
        String text = (markup ? Jsoup.parseBodyFragment(cut).text() : cut.replaceAll("\\s+", " ")).strip();
        return text.isEmpty() ? null : text;
    }

    /** A guid stands in for a missing link where it is an address itself. */
    static @Nullable String addressIn(@Nullable String guid) {
        return guid != null && guid.regionMatches(true, 0, "http", 0, 4) ? guid : null;
    }

    /** A link that leads nowhere stays as written, so that the refusal names it. */
    static String absolute(String base, String link) {
        return WebAddress.of(base)
                .flatMap(address -> address.resolve(link))
                .map(WebAddress::url)
                .orElse(link);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher named = contentType == null ? null : CHARSET.matcher(contentType);
        return named != null && named.find() && isSupported(named.group(1)) ? named.group(1) : null;
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
