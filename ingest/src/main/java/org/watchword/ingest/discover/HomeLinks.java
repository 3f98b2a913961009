package org.watchword.ingest.discover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.discover.Listing.Child;
import org.watchword.model.LowerCase;

/** Where a site says its own lists are: feeds in the head of a page ({@code link rel=alternate}), sitemaps in its robots.txt. */
public final class HomeLinks {

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json");
    /** Feeds of readers' comments are no news; blogs offer one beside every feed. */
    private static final Pattern COMMENTS = Pattern.compile("(?i)/comments?(/|\\.|$)|[?&]feed=comments");

    private static final Pattern SITEMAP = Pattern.compile("(?im)^[\\s\\uFEFF]*sitemap\\s*:\\s*([^\\s#]\\S*)");
    private static final int MAX_LISTS = 20;

    private HomeLinks() {}

    /**
     * The feeds that a page offers, in its order; at most 20.
     *
     * @throws DiscoveryException {@code not-html} when the bytes cannot be read as HTML
     */
    public static List<Child> feeds(byte[] body, @Nullable String charset, String url) throws DiscoveryException {
        Set<String> found = new LinkedHashSet<>();
        for (Element link : ListLinks.parse(body, charset, url).select("link[rel][href][type]")) {
            String type = LowerCase.of(link.attr("type")).split(";", 2)[0].strip();
            String rel = ' ' + LowerCase.of(link.attr("rel")) + ' ';
            boolean feed = rel.contains(" alternate ") || rel.contains(" feed ");
            String href = link.absUrl("href");
            // Blogs offer their programming interface as JSON too; only feeds say so in their address or type.
            boolean meant = !type.equals("application/json") || href.contains("feed");
            if (feed
                    && FEED_TYPES.contains(type)
                    && meant
                    && !COMMENTS.matcher(href).find()
                    && !href.isEmpty()) {
                found.add(href);
            }
        }
        return children(found);
    }

    /** The {@code Sitemap:} lines of a robots.txt (sitemaps.org, "Specifying the Sitemap location"); at most 20. */
    public static List<Child> sitemaps(byte[] robotsTxt) {
        Set<String> found = new LinkedHashSet<>();
        Matcher line = SITEMAP.matcher(new String(robotsTxt, StandardCharsets.UTF_8));
        while (line.find()) {
            found.add(line.group(1));
        }
        return children(found);
    }

    private static List<Child> children(Set<String> urls) {
        List<Child> children = new ArrayList<>();
        urls.stream().limit(MAX_LISTS).forEach(url -> children.add(new Child(url, null)));
        return children;
    }
}
