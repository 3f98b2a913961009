package org.watchword.ingest.extract;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the names that page authors give to elements say about their content. Names are matched as words, not as substrings. Safe for
 * use by many threads.
 */
final class Hints {

    private static final int LONGEST_NAME = 300;

    /** Names of many sites; some sites make up new ones for every page. */
    private static final int MOST_KEPT = 20_000;

    /** Beginnings of name words that stand for something other than the article. */
    private static final Alternatives CLUTTER = Alternatives.ofWords(
            "comments?|commentlist|disqus\\w*|respond|replies|related\\w*|recommend\\w*|recirc\\w*|outbrain\\w*|taboola\\w*|zergnet|"
                    + "revcontent|mgid|newsletter\\w*|subscri(?:be|ption|bers?)\\w*|signup|optin|sidebar\\w*|share|sharing|sharebar|sharedaddy|sharethis|sharetools|"
                    + "shares|social\\w*|addthis\\w*|addtoany\\w*|followus|breadcrumbs?|breadcrumbs?\\w*|bread crumbs?|cookies?\\w*|consent\\w*|gdpr|advert\\w*|ads?|adv|adbox|"
                    + "adsense|adslot|adsbygoogle|advertorial|banner|sponsor\\w*|promos?|promoted?\\w*|promotion\\w*|navi?|navbar\\w*|navigation\\w*|navigator|menu|submenu|"
                    + "pagination|pager|paging|pagenav|paginate\\w*|toolbar|toolbox|popups?|modals?|overlay|lightbox|paywall|footer|site footer|masthead|topbar|"
                    + "widgets?|widgetarea|trending|popular|most (?:read|viewed|popular)|mostread|mostpopular|readmore|read more|read next|readnext|"
                    + "see also|seealso|also read|alsoread|also like|more (?:from|stories|news|articles|on|about|posts|like)|"
                    + "up next|next (?:up|article|post|story)|prev(?:ious)?|prevnext|post ?nav|tags?|tagcloud|taglist|tag ?links|topics?|keywords|categories|cat ?links|"
                    + "byline\\w*|author (?:bio|box|info|card|profile|name|image|avatar|meta|link|details?|block)|authorbio|authorbox|about (?:the )?author|bio|vcard|"
                    + "dateline|timestamp|time stamp|published|pubdate|post (?:meta|date|info|author)|entry (?:meta|date|utility|footer)|article (?:meta|date|info|tools|actions?|author|topics)|meta|metadata|meta data|"
                    + "captions?|wp caption\\w*|figcaption|img ?caption|image ?caption|photo ?caption|credits?|photo ?credit|copyright|legal|"
                    + "print|printonly|printfriendly|email ?(?:signup|this|form)|jp relatedposts|yarpp\\w*|zemanta|gallery|slideshow|carousel|slider|"
                    + "video ?(?:player|playlist|caption|container|embed|js)|jwplayer|brightcove|podcast|audio ?player|player|"
                    + "skip ?links?|skip|screen reader\\w*|sr only|visually ?hidden|visuallyhidden|noprint|no print|hidden|hide|"
                    + "rating|ratings|votes?|voting|poll|quiz|survey|feedback|donate|donation|support us|cta|call to action|teasers?|"
                    + "infobox|fact ?box|site header|header ?(?:top|nav|bar)|search ?(?:form|box|bar)|login|register|ticker|"
                    + "tooltip|dropdown|correction ?form|report ?(?:error|typo)|emoji ?reactions?|reactions?|toc|table of contents|ez toc\\w*|"
                    + "partners?|affiliate ?disclosure|crosslinks?|inline ?related|storylinks?|linkbox|link ?list|headlines? ?list|listing|bottom ?bar|flyout|off ?canvas|app ?promo");

    /** Names that say: this is the article. */
    private static final Alternatives BODY = Alternatives.ofWords(
            "(?:article|story|entry|post|news|single|blog|content|text|page|speech|transcript|press ?release|amp wp article|detail|newsitem|item|nota|noticia|artikel|beitrag|statement) ?(?:full )?(?:body|content|contents|text|copy|main|wrap content|detail|inhalt|container text|paragraphs?)(?: (?:body|content|text|main|copy))?|"
                    + "articlebody|storybody|bodytext|body ?copy|body text|main ?text|maintext|entrycontent|postcontent|articletext|articlecontent|richtext|rich ?text|rte|prose|ce bodytext|"
                    + "hentry|post|article|story|blog post|e content|field name body|field body|zn body|caas body|available content|mw parser output|td post content|tdb block inner|tablet content|text formatted|wysiwyg|contenu|corps|cuerpo|texto|inhalt|article__body");

    private static final Alternatives COMMENTS = Alternatives.ofWords(
            "comments?|comments? ?(?:area|list|section|wrap\\w*|thread|container|content|body|form|respond)|commentlist|disqus\\w*|respond|replies|reviews?|guestbook|kommentare?|comentarios|commentaires|fb comments");

    /** Dialogs about the site itself, however long their text is. */
    private static final Alternatives CONSENT = Alternatives.ofWords(
            "onetrust\\w*|consent\\w*|cookies?\\w*|gdpr\\w*|ccpa\\w*|cmp ?(?:banner|box|overlay|modal|wrapper|app)|cmpbox\\w*|didomi\\w*|truste\\w*|privacy ?(?:modal|dialog|banner|overlay|center|preferences?)|paywall ?(?:modal|overlay|banner|message|prompt|offer|wall|bar)|regwall|subscription ?(?:wall|modal|offer)\\w*");

    /** Names that no article bears, whatever else its page is made of. */
    private static final Alternatives ASIDE = Alternatives.ofWords(
            "author (?:bio|box|info|card|profile|description)|about (?:the )?author|author(?:bio|box)|newsletter\\w*|related(?: (?:posts?|articles?|stories|content|news|links?))?|sharedaddy|share|sharing|social|breadcrumbs?|pagination|site footer|sidebar|widgetarea|widget area|textwidget|cookies?\\w*");

    private static final Alternatives BIOGRAPHY =
            Alternatives.ofWords("author ?(?:bio\\w*|box|card|profile|description)|about (?:the )?author");

    /** Names of a page's frame that mention a sidebar beside what they name. */
    private static final Pattern FRAME = Pattern.compile(
            "(?:has|with|no|without|hide) sidebars?|elementor widget(?: wrap| container)?|sidebar (?:grid|layout|enabled|none)|comments? (?:open|closed|enabled)");

    private static final Alternatives DATE = Alternatives.ofWords(
            "\\w*date|\\w*datum|datetime|published|publish|pubdate|posted|posted on|postdate|timestamp|time|zeit|fecha|data|дата|entry meta|post meta|article meta|meta|byline|dateline|submitted|created|info|infos|zeitstempel");

    private static final Alternatives TEASER = Alternatives.ofWords(
            "related\\w*|sidebar|teasers?|recommend\\w*|trending|popular|latest|recent|more (?:news|stories|posts)|widget|summary item");

    private static final Alternatives UNSEEN = Alternatives.ofWords(
            "sr only|sronly|screen ?reader(?: only| text)?|screenreader\\w*|visually ?hidden|assistive text|off ?screen");

    private static final Set<String> CLUTTER_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "menu",
            "menubar",
            "dialog",
            "alertdialog",
            "toolbar",
            "tablist",
            "button",
            "form");

    /**
     * What one element's names say.
     *
     * @param words the names as lower-case words
     * @param ofComments as {@code comments}, the names of a frame that mentions them included
     * @param date that it holds a date
     * @param teaser that it speaks of other pages
     * @param unseen that it is for screen readers alone
     */
    record Verdict(
            String words,
            boolean clutter,
            boolean body,
            boolean comments,
            boolean consent,
            boolean aside,
            boolean biography,
            boolean ofComments,
            boolean date,
            boolean teaser,
            boolean unseen) {}

    private static final Verdict NAMELESS = judge("");

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /** The same names come again and again, on a page and on the pages of a site: each is judged once. */
    Verdict verdict(Element e) {
        String className = e.attr("class");
        String id = e.attr("id");
        if (className.isEmpty() && id.isEmpty()) {
            return NAMELESS;
        }
        String names = className.trim() + ' ' + id;
        String key = names.length() > LONGEST_NAME ? names.substring(0, LONGEST_NAME) : names;
        Verdict known = verdicts.get(key);
        if (known == null) {
            if (verdicts.size() >= MOST_KEPT) {
                verdicts.clear();
            }
            known = judge(key);
            verdicts.put(key, known);
        }
        return known;
    }

    private static Verdict judge(String names) {
        String words = words(names);
        String own = FRAME.matcher(words).replaceAll(" ");
        return new Verdict(
                words,
                CLUTTER.isIn(own),
                BODY.isIn(own),
                COMMENTS.isIn(own),
                CONSENT.isIn(own),
                ASIDE.isIn(own),
                BIOGRAPHY.isIn(own),
                COMMENTS.isIn(words),
                DATE.isIn(words),
                TEASER.isIn(words),
                UNSEEN.isIn(words));
    }

    /** Class and id as lower-case words, cut at punctuation and at camel humps. */
    private static String words(String names) {
        var out = new StringBuilder(names.length() + 8);
        char before = ' ';
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (Character.isLetter(c)) {
                if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
                    out.append(' ');
                }
                out.append(Character.toLowerCase(c));
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
            before = c;
        }
        return out.toString().strip();
    }

    static boolean clutterRole(Element e) {
        return CLUTTER_ROLES.contains(e.attr("role"));
    }
}
