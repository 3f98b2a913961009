package org.watchword.ingest.discover;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;

/**
 * Links of an RSS, RDF, Atom, CDF or JSON feed. A feed that is not well-formed is read as far as it goes; no document type is obeyed,
 * and one that declares entities is refused.
 */
public final class FeedLinks {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private FeedLinks() {}

    /**
     * @param url the feed's own address, which relative links are taken from
     * @throws DiscoveryException {@code not-a-feed} when it is HTML or anything else
     */
    public static List<Link> read(byte[] body, @Nullable String contentType, String url) throws DiscoveryException {
        if (JsonFeed.isMeant(body)) {
            return JsonFeed.read(body, url);
        }
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        SyndFeed feed;
        try (XmlReader reader = contentType == null
                ? new XmlReader(new ByteArrayInputStream(body), true)
                : new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            feed = input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            List<Link> loose = LooseFeed.read(body, charset(contentType), url);
            if (loose == null) {
                throw new DiscoveryException("not-a-feed", url + ": not an RSS or Atom feed: " + e.getMessage(), e);
            }
            return loose.stream()
                    .map(link -> new Link(absolute(url, link.url()), link.changedAt()))
                    .toList();
        }
        List<Link> links = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            String link = entry.getLink() != null ? entry.getLink() : addressIn(entry.getUri());
            if (link != null && !link.isBlank()) {
                Date changed = entry.getUpdatedDate();
                links.add(new Link(absolute(url, link.strip()), changed == null ? null : changed.toInstant()));
            }
        }
        return links;
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
