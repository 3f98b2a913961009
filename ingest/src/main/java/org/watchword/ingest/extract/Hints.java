package org.watchword.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the names that page authors give to elements say about their content. Names are matched as words, not as substrings. */
final class Hints {

    private static final int LONGEST_NAME = 300;

    /** Beginnings of name words that stand for something other than the article. */
    private static final Pattern CLUTTER = Pattern.compile(
            "(?:^| )(?:comments?|commentlist|disqus\\w*|respond|replies|related\\w*|recommend\\w*|recirc\\w*|outbrain\\w*|taboola\\w*|zergnet|"
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
                    + "partners?|affiliate ?disclosure|crosslinks?|inline ?related|storylinks?|linkbox|link ?list|headlines? ?list|listing|bottom ?bar|flyout|off ?canvas|app ?promo)(?= |$)");

    /** Names that say: this is the article. */
    private static final Pattern BODY = Pattern.compile(
            "(?:^| )(?:(?:article|story|entry|post|news|single|blog|content|text|page|speech|transcript|press ?release|amp wp article|detail|newsitem|item|nota|noticia|artikel|beitrag|statement) ?(?:full )?(?:body|content|contents|text|copy|main|wrap content|detail|inhalt|container text|paragraphs?)(?: (?:body|content|text|main|copy))?|"
                    + "articlebody|storybody|bodytext|body ?copy|body text|main ?text|maintext|entrycontent|postcontent|articletext|articlecontent|richtext|rich ?text|rte|prose|ce bodytext|"
                    + "hentry|post|article|story|blog post|e content|field name body|field body|zn body|caas body|available content|mw parser output|td post content|tdb block inner|tablet content|text formatted|wysiwyg|contenu|corps|cuerpo|texto|inhalt|article__body)(?= |$)");

    private static final Pattern COMMENTS = Pattern.compile(
            "(?:^| )(?:comments?|comments? ?(?:area|list|section|wrap\\w*|thread|container|content|body|form|respond)|commentlist|disqus\\w*|respond|replies|reviews?|guestbook|kommentare?|comentarios|commentaires|fb comments)(?= |$)");

    /** Dialogs about the site itself, however long their text is. */
    private static final Pattern CONSENT = Pattern.compile(
            "(?:^| )(?:onetrust\\w*|consent\\w*|cookies?\\w*|gdpr\\w*|ccpa\\w*|cmp ?(?:banner|box|overlay|modal|wrapper|app)|cmpbox\\w*|didomi\\w*|truste\\w*|privacy ?(?:modal|dialog|banner|overlay|center|preferences?)|paywall ?(?:modal|overlay|banner|message|prompt|offer|wall|bar)|regwall|subscription ?(?:wall|modal|offer)\\w*)(?= |$)");

    /** Names that no article bears, whatever else its page is made of. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?:^| )(?:author (?:bio|box|info|card|profile|description)|about (?:the )?author|author(?:bio|box)|newsletter\\w*|related(?: (?:posts?|articles?|stories|content|news|links?))?|sharedaddy|share|sharing|social|breadcrumbs?|pagination|site footer|sidebar|widgetarea|widget area|textwidget|cookies?\\w*)(?= |$)");

    private static final Pattern BIOGRAPHY =
            Pattern.compile("(?:^| )(?:author ?(?:bio\\w*|box|card|profile|description)|about (?:the )?author)(?= |$)");

    /** Names of a page's frame that mention a sidebar beside what they name. */
    private static final Pattern FRAME = Pattern.compile(
            "(?:has|with|no|without|hide) sidebars?|elementor widget(?: wrap| container)?|sidebar (?:grid|layout|enabled|none)|comments? (?:open|closed|enabled)");

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
     */
    record Verdict(
            String words,
            boolean clutter,
            boolean body,
            boolean comments,
            boolean consent,
            boolean aside,
            boolean biography) {}

    private final Map<String, Verdict> verdicts = new HashMap<>();

    /** The same names come again and again on a page: each is judged once. */
    Verdict verdict(Element e) {
        return verdicts.computeIfAbsent(e.className() + ' ' + e.id(), names -> {
            String words = words(names.length() > LONGEST_NAME ? names.substring(0, LONGEST_NAME) : names);
            String own = FRAME.matcher(words).replaceAll(" ");
            return new Verdict(
                    words,
                    clutter(own),
                    body(own),
                    comments(own),
                    CONSENT.matcher(own).find(),
                    ASIDE.matcher(own).find(),
                    BIOGRAPHY.matcher(own).find());
        });
    }

    /** Class and id as lower-case words, cut at punctuation and at camel humps. */
    static String words(Element e) {
        String names = e.className() + ' ' + e.id();
        if (names.length() <= 1) {
            return "";
        }
        return words(names.length() > LONGEST_NAME ? names.substring(0, LONGEST_NAME) : names);
    }

    static String words(String names) {
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

    static boolean clutter(String words) {
        return !words.isEmpty() && CLUTTER.matcher(words).find();
    }

    static boolean body(String words) {
        return !words.isEmpty() && BODY.matcher(words).find();
    }

    static boolean comments(String words) {
        return !words.isEmpty() && COMMENTS.matcher(words).find();
    }

    static boolean clutterRole(Element e) {
        return CLUTTER_ROLES.contains(e.attr("role"));
    }
}
