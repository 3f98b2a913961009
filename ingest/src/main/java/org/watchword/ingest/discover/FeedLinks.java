package org.watchword.ingest.discover;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
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
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private static final String DC_TERMS = "http://purl.org/dc/terms/";
    private static final List<String> PUBLISHED = List.of("issued", "available", "created");
    private static final List<String> CHANGED = List.of("modified");

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
        Charset wide = WideXml.charset(body);
        try (Reader reader = reader(body, contentType, wide)) {
            return listing(new SyndFeedImpl(input.build(reader)), url);
        } catch (FeedException | IOException | RuntimeException | StackOverflowError e) {
            Optional<Listing> loose = LooseFeed.read(body, wide == null ? charset(contentType) : wide.name(), url);
            return loose.orElseThrow(() ->
                    new DiscoveryException("not-a-feed", url + ": not an RSS or Atom feed: " + e.getMessage(), e));
        }
    }

    private static Reader reader(byte[] body, @Nullable String contentType, @Nullable Charset wide) throws IOException {
        if (wide != null) {
            return new StringReader(WideXml.decode(body, wide));
        }
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return contentType == null ? new XmlReader(in, true) : new XmlReader(in, contentType, true);
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
                        date(entry, entry.getUpdatedDate(), CHANGED),
                        date(entry, entry.getPublishedDate(), PUBLISHED),
                        title(entry),
                        true));
            }
        }
        return new Listing(links, List.of(), older(feed, url));
    }

    /** Atom says of a title whether it is text, in which a bracket is a bracket; RSS does not. */
    private static @Nullable String title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        boolean text = title != null && "text".equals(title.getType()) && title.getValue() != null;
        if (text) {
            return cut(title.getValue().replaceAll("\\s+", " ").strip());
        }
        String plain = plain(entry.getTitle());
        return plain == null && entry.getModule(DCModule.URI) instanceof DCModule core ? plain(core.getTitle()) : plain;
    }

    private static @Nullable String cut(String title) {
        String shortened = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
        return shortened.isEmpty() ? null : shortened;
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

    /** The feed library reads dates of Dublin Core, and not those of its later terms, which governments write. */
    private static @Nullable Instant date(SyndEntry entry, @Nullable Date read, List<String> terms) {
        if (read != null) {
            return read.toInstant();
        }
        return terms.stream()
                .flatMap(term -> entry.getForeignMarkup().stream()
                        .filter(e ->
                                e.getName().equals(term) && e.getNamespaceURI().equals(DC_TERMS)))
                .map(e -> FeedDate.of(e.getText()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
