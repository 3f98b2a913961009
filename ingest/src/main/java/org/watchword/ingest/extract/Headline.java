package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** The title of a page's article, without the site's name. */
final class Headline {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\\-–—·•»«:/~]+\\s+|\\s*[|»]\\s*|\\s::\\s|:\\s(?=\\S+$)");
    /** "Subscribers only" and the like within a heading. */
    private static final int LONGEST_MARK = 20;

    /** Of a title that goes on with the section's name, as titles of browser tabs do. */
    private static final int LEAST_BEGINNING = 15;

    private static final int LONGEST = 400;

    private Headline() {}

    static @Nullable String of(PageFacts page, @Nullable String siteName) {
        String og = clean(
                page.meta().first("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"),
                page,
                siteName);
        String headline = clean(JsonLd.text(page.article(), "headline"), page, siteName);
        String tab = PlainText.lineOrNull(page.html().title());
        List<String> heads = heads(page);
        for (String head : heads) {
            if (agrees(head, og)
                    || agrees(head, headline)
                    || (tab != null && head.length() > 8 && letters(tab).startsWith(letters(head)))) {
                return head;
            }
        }
        if (headline != null && (og == null || agrees(headline, og))) {
            return headline;
        }
        if (og != null) {
            return og;
        }
        if (heads.size() == 1 && heads.get(0).length() > 15) {
            return heads.get(0);
        }
        String stripped = clean(tab, page, siteName);
        if (stripped == null) {
            return heads.isEmpty() ? null : heads.get(0);
        }
        return stripped.equals(tab) ? shorn(stripped) : stripped;
    }

    /** The heading that prints the title; the only {@code h1} where none does. */
    static @Nullable Element element(PageFacts page, @Nullable String title) {
        String wanted = title == null ? "" : letters(title);
        Element begins = null;
        if (!wanted.isEmpty()) {
            for (Element heading : page.elements().all()) {
                if (!isTitle(heading)) {
                    continue;
                }
                String printed = heading.normalName().equals("meta") ? "" : letters(heading.text());
                if (printed.startsWith(wanted) && printed.length() <= wanted.length() + LONGEST_MARK) {
                    return heading;
                }
                String unmarked = heading.normalName().equals("h1") ? letters(heading.ownText()) : "";
                if (begins == null && unmarked.length() >= LEAST_BEGINNING && wanted.startsWith(unmarked)) {
                    begins = heading;
                }
            }
        }
        List<Element> heads = page.elements().tagged("h1");
        return begins != null ? begins : heads.size() == 1 ? heads.get(0) : null;
    }

    private static boolean isTitle(Element e) {
        return switch (e.normalName()) {
            case "h1", "h2", "h3" -> true;
            default -> PageElements.isDescribed(e, "headline");
        };
    }

    private static List<String> heads(PageFacts page) {
        var out = new ArrayList<String>();
        for (Element h1 : page.elements().tagged("h1")) {
            String text = PlainText.line(h1.text());
            if (!text.isEmpty() && text.length() < LONGEST) {
                out.add(text);
            }
        }
        return out;
    }

    private static boolean agrees(String a, @Nullable String b) {
        return b != null && letters(a).equals(letters(b));
    }

    static String letters(String text) {
        var out = new StringBuilder();
        LowerCase.of(text).codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Takes the site's name, or a part of its host name, off the end or the start. */
    private static @Nullable String clean(@Nullable String raw, PageFacts page, @Nullable String siteName) {
        String title = raw == null ? null : PlainText.lineOrNull(raw);
        if (title == null || title.length() > LONGEST) {
            return null;
        }
        String host =
                letters(page.url().replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/.*", ""));
        String site = siteName == null ? "" : letters(siteName);
        while (true) {
            String next = null;
            Matcher m = SEPARATOR.matcher(title);
            int lastStart = -1;
            int firstEnd = -1;
            int lastEnd = -1;
            int firstStart = -1;
            while (m.find()) {
                firstEnd = firstEnd < 0 ? m.end() : firstEnd;
                firstStart = firstStart < 0 ? m.start() : firstStart;
                lastStart = m.start();
                lastEnd = m.end();
            }
            if (lastStart > 0 && isSite(title.substring(lastEnd), site, host)) {
                next = title.substring(0, lastStart).strip();
            } else if (firstStart > 0 && isSite(title.substring(0, firstStart), site, host)) {
                next = title.substring(firstEnd).strip();
            }
            if (next == null || next.isEmpty()) {
                return title;
            }
            title = next;
        }
    }

    private static boolean isSite(String part, String site, String host) {
        String name = letters(part);
        return !name.isEmpty()
                && (name.equals(site)
                        || (site.length() > 3 && name.length() > 3 && (name.startsWith(site) || site.startsWith(name)))
                        || (name.length() > 3 && host.contains(name)));
    }

    /** With no name to compare, a short last part behind a separator is taken for the site's. */
    private static String shorn(String title) {
        Matcher m = SEPARATOR.matcher(title);
        int at = -1;
        int end = -1;
        while (m.find()) {
            at = m.start();
            end = m.end();
        }
        if (at > 10 && title.substring(end).split(" ", -1).length <= 4 && at > title.length() / 2) {
            return title.substring(0, at).strip();
        }
        return title;
    }
}
