package org.watchword.ingest.extract;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Dates that a page writes for machines: structured data, {@code meta} elements, microdata. */
final class DeclaredDates {

    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "date_published",
        "rnews:datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "publish_date",
        "publishdate",
        "published",
        "publication_date",
        "publicationdate",
        "publication-date",
        "pubdate",
        "pub_date",
        "article_date_original",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "bt:pubdate",
        "article.published",
        "article:publish_date",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "dc:date",
        "dcterms:date",
        "date",
        "created",
        "datecreated",
        "creation_date",
        "article-publication-date",
        "shareaholic:article_published_time",
        "gentime",
        "displaydate",
        "release_date",
        "article:post_time",
        "timestamp",
        "pagedate",
        "dc.created",
        "video:release_date",
        "article:created_time",
        "og:pubdate",
        "og:publish_date",
        "og:release_date",
        "doc_date",
        "issued",
        "analyticsattributes.articledate",
        "article.created",
        "article:publicationdate",
        "content_create_date",
        "date_created",
        "dateposted",
        "dc.date.publication",
        "dc:created",
        "mediator_published_time",
        "og:article:published",
        "og:datepublished",
        "og:regdate",
        "pdate",
        "prism.publicationdate",
        "ptime",
        "rbpubdate",
        "vr:published_time",
        "dcterms.available",
        "dc.date.available"
    };
    private static final String[] MODIFIED = {
        "article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod",
                "dcterms.modified",
        "dc.date.modified", "modified", "updated", "article:updated_time", "revised", "date_modified", "utime"
    };
    /** The last part of a site's own name for the field: {@code acme:uploaded}, {@code acme.publish-date}. */
    private static final Pattern OWN_NAME = Pattern.compile(
            "(?:.*[:.])?(?:uploaded|published|publish(?:ed)?[_-]?(?:date|at|on|time)|pub[_-]?date|date[_-]?published)");

    private static final Pattern PROPERTY = Pattern.compile(
            "(?i)(?:^|\\s)(?:(?:schema:|https?://schema\\.org/)?datePublished|dc(?:terms)?:(?:date|created|issued))(?=\\s|$)");

    private static final List<String> ATTRIBUTES = List.of(
            "datetime",
            "content",
            "title",
            "data-datetime",
            "data-time",
            "data-timestamp",
            "data-date",
            "data-published",
            "data-publish-date",
            "data-pubdate",
            "data-utime");
    private static final int LONGEST_TEXT = 160;

    private final PageFacts page;
    private final DateText reader;
    private final String language;
    private final Predicate<PageDate> believable;
    private final OtherArticles others;

    /** @param believable whether a date can be true of the page; others are passed over */
    DeclaredDates(
            PageFacts page, DateText reader, String language, OtherArticles others, Predicate<PageDate> believable) {
        this.page = page;
        this.others = others;
        this.reader = reader;
        this.language = language;
        this.believable = believable;
    }

    @Nullable
    PageDate published() {
        PageDate found = stated(JsonLd.text(page.article(), "datePublished"));
        found = found != null ? found : metas(PUBLISHED);
        found = found != null ? found : ownNames();
        found = found != null ? found : itemprop("datePublished");
        found = found != null ? found : property();
        return found != null ? found : torn("datePublished");
    }

    @Nullable
    PageDate modified() {
        PageDate found = field(JsonLd.text(page.article(), "dateModified"));
        found = found != null ? found : metas(MODIFIED);
        found = found != null ? found : itemprop("dateModified");
        return found != null ? found : torn("dateModified");
    }

    /** Weaker: when it was created or uploaded, or the date of something else that the structured data describes, or what scripts are told. */
    @Nullable
    PageDate perhaps() {
        PageDate found = itemprop("dateCreated");
        found = found != null ? found : field(page.structured().anywhere("datePublished"));
        found = found != null ? found : field(page.structured().anywhere("uploadDate"));
        return found != null ? found : ScriptDates.published(page.elements(), this::field);
    }

    /** The date of an element: of its attributes for machines, else of its text. */
    @Nullable
    PageDate of(Element e) {
        for (String key : ATTRIBUTES) {
            PageDate found = field(e.attr(key));
            if (found != null) {
                return found;
            }
        }
        String text = e.text();
        return text.length() > LONGEST_TEXT ? null : checked(reader.visible(text, language));
    }

    private @Nullable PageDate stated(@Nullable String value) {
        return checked(reader.stated(value, language));
    }

    private @Nullable PageDate field(@Nullable String value) {
        return checked(reader.field(value, language));
    }

    private @Nullable PageDate checked(@Nullable PageDate date) {
        return date != null && believable.test(date) ? date : null;
    }

    private @Nullable PageDate metas(String... names) {
        for (String name : names) {
            for (String value : page.meta().all(name)) {
                PageDate found = stated(value);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable PageDate ownNames() {
        for (String name : page.meta().names()) {
            PageDate found = OWN_NAME.matcher(name).matches() ? metas(name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable PageDate itemprop(String name) {
        for (Element e : page.elements().described(name)) {
            PageDate found = others.of(e) == OtherArticles.Place.ARTICLE ? of(e) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** RDFa on elements that the page shows: {@code property="dc:date dc:created"}. */
    private @Nullable PageDate property() {
        for (Element e : page.elements().all()) {
            if (e.hasAttr("property")
                    && !e.normalName().equals("meta")
                    && PROPERTY.matcher(e.attr("property")).find()) {
                PageDate found = others.of(e) == OtherArticles.Place.ARTICLE ? of(e) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** From a block of structured data that cannot be parsed. */
    private @Nullable PageDate torn(String field) {
        Pattern wanted = Pattern.compile('"' + field + "\"\\s*:\\s*\"([^\"]{4,60})\"");
        for (String block : page.structured().torn()) {
            Matcher m = wanted.matcher(block);
            PageDate found = m.find() ? field(m.group(1)) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
