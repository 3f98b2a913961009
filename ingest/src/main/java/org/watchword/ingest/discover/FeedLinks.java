package org.watchword.ingest.discover;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Links of an RSS or Atom feed. A document type declaration, and so every entity it could declare, is refused. */
public final class FeedLinks {

    private FeedLinks() {}

    /**
     * @param url the feed's own address, which relative links are taken from
     * @throws DiscoveryException {@code not-a-feed} when it is HTML or anything else
     */
    public static List<Link> read(byte[] body, @Nullable String contentType, String url) throws DiscoveryException {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        SyndFeed feed;
        try (XmlReader reader = contentType == null
                ? new XmlReader(new ByteArrayInputStream(body), true)
                : new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            feed = input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new DiscoveryException("not-a-feed", url + ": not an RSS or Atom feed: " + e.getMessage(), e);
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
    private static @Nullable String addressIn(@Nullable String guid) {
        return guid != null && guid.regionMatches(true, 0, "http", 0, 4) ? guid : null;
    }

    private static String absolute(String base, String link) {
        try {
            return URI.create(base).resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }
}
