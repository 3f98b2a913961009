package org.watchword.ingest.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** When a page says it was published and last changed: structured data first, then the address, then what a reader sees. */
final class PublicationDates {

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
        "issued"
    };
    private static final String[] MODIFIED = {
        "article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod",
                "dcterms.modified",
        "dc.date.modified", "modified", "updated", "article:updated_time", "revised", "date_modified", "utime"
    };
    private static final Pattern URL_DATE =
            Pattern.compile("[/_-]((?:19|20)\\d\\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\\d|3[01])(?:[/_.-]|$)");
    private static final Pattern URL_PACKED = Pattern.compile(
            "[/_-]((?:199|20[0-4])\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?:[/_.-]|$|\\d{4,6}[/_.-])");
    private static final Pattern URL_NAMED =
            Pattern.compile("/((?:19|20)\\d\\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\\d{1,2})/");
    private static final Pattern DATE_NAME = Pattern.compile(
            "(?:^| )(?:\\w*date|datum|datetime|published|publish|pubdate|posted|posted on|postdate|timestamp|time|zeit|fecha|data|дата|entry meta|post meta|article meta|meta|byline|dateline|submitted|created|info|infos|zeitstempel)(?= |$)");
    private static final Pattern SAYS_PUBLISHED = Pattern.compile(
            "(?i)(?:publish(?:ed)?|posted|first published|created|veröffentlicht|erschienen|erstellt|geschrieben|publié|publicado|pubblicato|опубликовано|eklenme|yayın)\\b");
    private static final Pattern SAYS_UPDATED = Pattern.compile(
            "(?i)(?:updated|modified|aktualisiert|geändert|stand|mis à jour|modifié|actualizado|aggiornato|обновлено|güncelle\\w*|bearbeit\\w*|last edit\\w*|revis\\w*)\\b");
    /** A web archive's address carries the day of capture. */
    private static final Pattern WEB_ARCHIVE = Pattern.compile("^https?://web\\.archive\\.org/web/\\d{14}\\w*/");

    private static final int SHORT = 160;
    private static final int MOST_LOOKED_AT = 3_000;

    private final PageFacts page;
    private final DateText reader;
    private final String language;

    PublicationDates(PageFacts page, DateText reader, @Nullable String language) {
        this.page = page;
        this.reader = reader;
        this.language = language == null || language.length() < 2 ? "" : language.substring(0, 2);
    }

    @Nullable
    OffsetDateTime published(PageLayout layout) {
        OffsetDateTime found = reader.field(JsonLd.text(page.article(), "datePublished"), language);
        found = found != null ? found : metas(PUBLISHED);
        found = found != null ? found : itemprop("datePublished");
        found = found != null ? found : timeElement();
        OffsetDateTime address = fromAddress();
        if (found == null) {
            found = address != null ? address : itemprop("dateCreated");
        }
        found = found != null ? found : reader.field(page.structured().anywhere("datePublished"), language);
        found = found != null ? found : reader.field(page.structured().anywhere("uploadDate"), language);
        found = found != null ? found : named();
        return found != null ? found : inText(layout);
    }

    @Nullable
    OffsetDateTime modified() {
        OffsetDateTime found = reader.field(JsonLd.text(page.article(), "dateModified"), language);
        found = found != null ? found : metas(MODIFIED);
        return found != null ? found : itemprop("dateModified");
    }

    private @Nullable OffsetDateTime metas(String... names) {
        for (String name : names) {
            for (String value : page.meta().all(name)) {
                OffsetDateTime found = reader.field(value, language);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime itemprop(String name) {
        for (Element e : page.html().getElementsByAttributeValue("itemprop", name)) {
            OffsetDateTime found = ofElement(e);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime ofElement(Element e) {
        for (String key :
                List.of("datetime", "content", "title", "data-datetime", "data-time", "data-timestamp", "data-date")) {
            OffsetDateTime found = reader.field(e.attr(key), language);
            if (found != null) {
                return found;
            }
        }
        String text = e.text();
        return text.length() > SHORT ? null : reader.visible(text, language);
    }

    /** {@code time} with a publication mark first, then the first that is not an update and not in a list of other articles. */
    private @Nullable OffsetDateTime timeElement() {
        Elements times = page.html().getElementsByTag("time");
        for (Element time : times) {
            String words = Hints.words(time);
            if (time.hasAttr("pubdate")
                    || words.contains("publish")
                    || words.contains("entry date")
                    || words.contains("posted")) {
                OffsetDateTime found = ofElement(time);
                if (found != null && !words.contains("updated published")) {
                    return found;
                }
            }
        }
        for (Element time : times) {
            Element parent = time.parent();
            boolean update = Hints.words(time).contains("updated")
                    || (parent != null
                            && SAYS_UPDATED.matcher(clip(parent.ownText())).find());
            if (!update && !inOtherArticle(time)) {
                OffsetDateTime found = ofElement(time);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String clip(String text) {
        return text.length() > SHORT ? text.substring(0, SHORT) : text;
    }

    private boolean inOtherArticle(Element e) {
        int up = 0;
        for (Element at = e; at != null && up < 12; at = at.parent(), up++) {
            String tag = at.normalName();
            if (tag.equals("aside") || tag.equals("footer") || tag.equals("nav") || tag.equals("li")) {
                return true;
            }
            String words = Hints.words(at);
            if (!tag.equals("body")
                    && !tag.equals("html")
                    && (Hints.comments(words) || OTHERS.matcher(words).find())) {
                return true;
            }
        }
        return false;
    }

    private static final Pattern OTHERS = Pattern.compile(
            "(?:^| )(?:related\\w*|sidebar|teasers?|recommend\\w*|trending|popular|latest|recent|more (?:news|stories|posts)|widget)(?= |$)");

    private @Nullable OffsetDateTime fromAddress() {
        for (String url : page.addresses()) {
            String lower = WEB_ARCHIVE.matcher(url.toLowerCase(Locale.ROOT)).replaceFirst("/");
            for (Pattern pattern : List.of(URL_DATE, URL_PACKED)) {
                Matcher m = pattern.matcher(lower);
                if (m.find()) {
                    return reader.field(m.group(1) + "-" + m.group(2) + "-" + m.group(3), language);
                }
            }
            Matcher m = URL_NAMED.matcher(lower);
            if (m.find()) {
                return reader.field(m.group(3) + " " + m.group(2) + " " + m.group(1), "en");
            }
        }
        return null;
    }

    /** Elements whose names speak of dates, those that say "published" before the others. */
    private @Nullable OffsetDateTime named() {
        OffsetDateTime first = null;
        int looked = 0;
        for (Element e : page.html().getElementsByAttribute("class")) {
            if (++looked > MOST_LOOKED_AT) {
                break;
            }
            String words = Hints.words(e);
            if (!DATE_NAME.matcher(words).find() || e.childNodeSize() > 30) {
                continue;
            }
            String text = e.text();
            if (text.length() > SHORT
                    || inOtherArticle(e)
                    || SAYS_UPDATED.matcher(text).find()) {
                continue;
            }
            OffsetDateTime found = ofElement(e);
            if (found != null) {
                if (SAYS_PUBLISHED.matcher(text).find()) {
                    return found;
                }
                first = first == null ? found : first;
            }
        }
        return first;
    }

    /** Short blocks of text outside the prose. */
    private @Nullable OffsetDateTime inText(PageLayout layout) {
        OffsetDateTime first = null;
        int looked = 0;
        for (Block block : layout.blocks()) {
            if (++looked > MOST_LOOKED_AT) {
                break;
            }
            String text = block.text();
            boolean says =
                    text.length() < 2 * SHORT && SAYS_PUBLISHED.matcher(text).find();
            if (text.length() > SHORT
                    || (block.isProse() && !says)
                    || text.contains("©")
                    || SAYS_UPDATED.matcher(text).find()) {
                continue;
            }
            OffsetDateTime found = reader.visible(text, language);
            if (found != null) {
                if (says) {
                    return found;
                }
                first = first == null ? found : first;
            }
        }
        return first;
    }
}
