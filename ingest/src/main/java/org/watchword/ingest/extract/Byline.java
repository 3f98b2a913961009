package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.model.LowerCase;
import tools.jackson.databind.JsonNode;

/** Who wrote an article, as printed: structured data, metadata, then elements and lines that name an author. */
final class Byline {

    private static final Pattern LEAD = Pattern.compile(
            "(?i)^(?:(?:text|story|report|words|article)?\\s*(?:written |posted |reported |published )?by|von|por|par|di|автор|text|author|autore?|autor|yazar|author\\(s\\))\\s*:?\\s+(?=\\S)");
    private static final Pattern TAIL = Pattern.compile(
            "(?i)\\s*(?:[|•·–—]|\\s/\\s|\\s-\\s|,\\s*(?:\\d|updated|published|posted|on )|\\b(?:published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d)|follow|am \\d|\\d{1,2}[./:]\\d{1,2}|@\\w+)).*$");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?i)https?:|www\\.|@|\\.com\\b|[{}<>\\[\\]=]|^\\W*$|^(?:admin|administrator|editor|redaktion|webmaster|author|staff|null|undefined|unknown|guest|user\\d*)$|\\d{3}");
    private static final Pattern LINE = Pattern.compile(
            "(?:By|BY|Von|Par|Por|Автор:?)\\s+(\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|e|de|von|van|da|al|bin|,)){1,7})");
    private static final int LONGEST = 120;
    private static final int MOST_ELEMENTS = 6;

    /** What the classes of {@link #NAMED} have in common. */
    private static final Pattern AUTHOR_CLASS = Pattern.compile("(?i)byline|aut(?:h)?or|\\bfn\\b");

    /** Elements that name an author, the surest first. */
    private static final List<Predicate<Element>> NAMED = List.of(
            e -> PageElements.isDescribed(e, "name") && isWithin(e, at -> PageElements.isDescribed(at, "author")),
            e -> PageElements.isDescribed(e, "author"),
            e -> e.attr("rel").strip().equalsIgnoreCase("author"),
            e -> isOf(e, "byline-name", "author-name", "authorName", "author__name"),
            e -> e.normalName().equals("a")
                    && isWithin(e, at -> LowerCase.of(at.attr("class")).contains("byline")),
            e -> isOf(e, "byline", "author", "autor", "article-author", "post-author", "entry-author")
                    || (e.hasClass("fn") && isWithin(e, at -> at.hasClass("vcard"))));

    private Byline() {}

    static @Nullable String of(PageFacts page, PageLayout layout, @Nullable String siteName) {
        JsonNode article = page.article();
        if (article != null) {
            String structured = joined(names(page.structured(), article), siteName);
            if (structured != null) {
                return structured;
            }
        }
        String meta = metas(page, siteName);
        if (meta != null) {
            return meta;
        }
        String element = elements(page, siteName);
        return element != null ? element : line(layout);
    }

    /** Whom the selectors of the source point at. */
    static @Nullable String selected(SelectedFields selected) {
        var found = new ArrayList<String>();
        for (Element e : selected.all(PageSelectors.Field.BYLINE)) {
            String line = SelectedFields.line(e);
            if (line != null) {
                found.add(line);
            }
        }
        return joined(found, null);
    }

    private static List<String> names(JsonLd structured, JsonNode article) {
        var out = new ArrayList<String>();
        for (String field : List.of("author", "creator")) {
            for (JsonNode author : structured.objects(article, field)) {
                if (author.isString()) {
                    String name = JsonLd.plain(author.stringValue());
                    if (name != null) {
                        out.add(name);
                    }
                } else {
                    JsonNode name = author.path("name");
                    if (name.isArray()) {
                        name.forEach(n -> out.add(n.asString("")));
                    } else {
                        String single = JsonLd.text(author, "name");
                        if (single != null) {
                            out.add(single);
                        }
                    }
                }
            }
            if (!out.isEmpty()) {
                break;
            }
        }
        return out;
    }

    private static @Nullable String metas(PageFacts page, @Nullable String siteName) {
        for (String key : List.of(
                "author",
                "article:author",
                "article:author_name",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "dc.contributor",
                "byl",
                "citation_author",
                "og:author",
                "twitter:data1",
                "cxenseparse:author")) {
            if (key.equals("twitter:data1")
                    && !"written by".equalsIgnoreCase(page.meta().first("twitter:label1"))) {
                continue;
            }
            String found = joined(page.meta().all(key), siteName);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String elements(PageFacts page, @Nullable String siteName) {
        List<Element> candidates =
                page.elements().all().stream().filter(Byline::mayName).toList();
        for (Predicate<Element> named : NAMED) {
            var found = new ArrayList<String>();
            for (Element e : candidates) {
                if (found.size() == MOST_ELEMENTS) {
                    break;
                }
                if (!named.test(e) || Subtree.saysMore(e, LONGEST)) {
                    continue;
                }
                String text = PlainText.line(e.text());
                if (text.length() < LONGEST && !inComments(e, page.hints())) {
                    found.add(text);
                }
            }
            String joined = joined(found, siteName);
            if (joined != null) {
                return joined;
            }
        }
        return null;
    }

    /** Cheap to ask of every element of a page. */
    private static boolean mayName(Element e) {
        String names = e.attr("class");
        return e.hasAttr("itemprop")
                || e.hasAttr("rel")
                || e.normalName().equals("a")
                || (!names.isEmpty() && AUTHOR_CLASS.matcher(names).find());
    }

    private static boolean isOf(Element e, String... classes) {
        return Arrays.stream(classes).anyMatch(e::hasClass);
    }

    private static boolean isWithin(Element e, Predicate<Element> around) {
        for (Element at = e.parent(); at != null; at = at.parent()) {
            if (around.test(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inComments(Element e, Hints hints) {
        int up = 0;
        for (Element at = e; at != null && up < 12; at = at.parent(), up++) {
            String tag = at.normalName();
            if (tag.equals("body")) {
                return false;
            }
            if (tag.equals("aside") || tag.equals("footer") || hints.verdict(at).ofComments()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String line(PageLayout layout) {
        int looked = 0;
        for (Block block : layout.blocks()) {
            if (++looked > 400) {
                return null;
            }
            String text = block.text();
            if (text.length() < 90) {
                var m = LINE.matcher(text);
                if (m.lookingAt()) {
                    return clean(m.group(1));
                }
            }
        }
        return null;
    }

    private static @Nullable String joined(List<String> raw, @Nullable String siteName) {
        Set<String> out = new LinkedHashSet<>();
        for (String one : raw) {
            String name = clean(one);
            if (name != null && !name.equalsIgnoreCase(siteName)) {
                out.add(name);
            }
        }
        return out.isEmpty() ? null : String.join(", ", out);
    }

    private static @Nullable String clean(String raw) {
        String name = PlainText.line(raw);
        if (name.startsWith("http") || name.startsWith("//")) {
            return null;
        }
        name = LEAD.matcher(name).replaceFirst("");
        name = TAIL.matcher(name).replaceFirst("").strip();
        while (name.endsWith(",") || name.endsWith(":") || name.endsWith(";")) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name.length() < 2
                        || name.length() > LONGEST
                        || NOT_A_NAME.matcher(name).find()
                ? null
                : name;
    }
}
