package org.watchword.ingest.extract;

import java.util.regex.Pattern;
import org.watchword.model.LowerCase;

/** Lines that sites put between the paragraphs of any article: labels, offers, conditions, the words under a picture. */
final class StockPhrases {

    /** A mark that a site's own program was to replace: "$$BOX$$", "{{share}}". */
    private static final Pattern PLACEHOLDER = Pattern.compile("^(?:\\$\\$|\\{\\{|%%|\\[\\[)\\S*$");

    /** Whole lines. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^\\W*(?:(?:(?:advert(?:is(?:e)?ment)?|anzeige|werbung|publicité|publicidade?|pubblicità|reklam[aeı]?|annonse|annonce|advertentie|реклама|광고|広告|廣告|广告|hirdetés|mainos)\\W*)+(?:scroll to continue\\W*)?|continue reading.{0,60}|read (?:more|next|also|the full).{0,140}|also read.{0,140}|related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|coverage|topics|links))?\\s*:?.{0,100}|"
                    + "see (?:also|more)\\b.{0,120}|more (?:from|on|stories|news|in|about)\\b.{0,80}|recommended(?: for you| stories| reading)?|you may (?:also )?(?:like|be interested).{0,40}|"
                    + "share(?: this.{0,40}| on .{0,40}|d? via.{0,40})?|tweet|pin it|email|print|follow (?:us|me|him|her|the)\\b.{0,120}|follow .{0,60}\\bon (?:instagram|facebook|twitter|x|youtube|telegram|whatsapp|tiktok|bluesky|threads)\\b.{0,80}|listen to .{0,40}\\blive\\b.{0,120}|sign up (?:for|to|here).{0,160}|subscribe (?:to|now|here|for).{0,160}|"
                    + "click here.{0,120}|(?:story|article) continues below.{0,40}|scroll down.{0,60}|watch(?: now| below| the video| more)?\\s*:.{0,120}|listen(?: now)?\\s*:.{0,100}|"
                    + "tags?\\s*:.{0,200}|topics?\\s*:.{0,200}|filed under\\b.{0,200}|categor(?:y|ies)\\s*:.{0,200}|posted (?:in|on|by)\\b.{0,120}|published(?: on| in|:).{0,80}|(?:last )?updated(?: on|:| at).{0,60}|"
                    + "tell us what you think.{0,20}|tags? [^.]{0,300}, [^.]{0,300}|.{0,150}\\((?:image|photo|picture|credit|foto|bild|photograph|ap|afp|reuters|getty)\\b[^)]{0,80}\\)\\s*|(?:photo|image|picture|foto|bild|video|graphic)s?(?: (?:by|credit|courtesy|source|via)\\b|\\s*:).{0,160}|(?:©|\\(c\\)|copyright\\b).{0,200}|all rights reserved.{0,80}|"
                    + "leave a (?:comment|reply).{0,40}|\\d+ comments?|comments?(?: \\(\\d+\\))?|view (?:all )?comments.{0,30}|loading\\W*|toggle \\w+|close|menu|skip to .{0,30}|"
                    + "lesen sie (?:auch|hier|mehr).{0,160}|mehr (?:zum thema|dazu).{0,100}|mehr (?:lesen|anzeigen|erfahren)|weiterlesen|auch interessant|empfohlener redaktioneller inhalt|lire (?:aussi|plus).{0,160}|leer (?:más|también|mas).{0,160}|lee (?:también|tambien|más).{0,160}|leia (?:também|mais).{0,160}|leggi anche.{0,160}|читайте также.{0,160}|"
                    + "czytaj (?:też|także|więcej|dalej).{0,120}|čtěte také.{0,120}|les også.{0,120}|läs (?:också|mer|även).{0,120}|læs (?:også|mere).{0,120}|lue myös.{0,120}|lees (?:ook|meer|verder).{0,120}|citește și.{0,120}|baca juga.{0,120}|関連記事.{0,60}|延伸閱讀.{0,60}|관련기사.{0,60}|اقرأ (?:أيض|المزيد).{0,120}|կարդացեք նաև.{0,120}|"
                    + ".{0,60}\\b(?:published|updated|posted)\\b.{0,20}\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.{0,60}|"
                    + "this (?:story|article) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|at)\\b.{0,120})\\s*$");

    private static final int LONGEST_LABEL = 260;

    /**
     * What a site says about itself, its offers and its conditions, in the middle of an article or in place of it. Looked for at the
     * beginnings of words and in lower case: without regard to case, forty alternatives at every letter took half of the time of a page.
     */
    private static final Alternatives PLEA = Alternatives.ofPhrases(
            "for subscribers only|(?:only|exclusively) for subscribers|subscribe (?:now |today )?to (?:read|continue|unlock|access|get)|to continue reading|continue reading (?:this article )?(?:with|for)|already a (?:subscriber|member)\\?|(?:sign|log) in to (?:read|continue|access)|(?:register|create an account|create a free account) (?:for free )?to (?:read|continue)|start your free trial|cancel (?:at )?any ?time"
                    + "|nur für abonnenten|jetzt abonnieren|jetzt (?:kostenlos )?testen|réservé aux abonnés|abonnez-vous|solo para suscriptores|exclusivo para (?:suscriptores|assinantes)|tu suscripción se está usando|usuario a tu suscripción"
                    + "|(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?(?:use|store) cookies|use of cookies|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|utilizziamo i cookie|using cookies|cookie settings|cookies that are categorized|nutzungsbedingungen.{0,80}(?:einverstanden|akzeptieren)|opt[- ]out of the sale|limited support for css|enable javascript|javascript (?:is|must be) (?:disabled|enabled)|your browser (?:does not|doesn['’]t) support"
                    + "|all rights reserved\\b|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|subject to copyright|extern(?:e[nr]?)? inhalte? (?:anzeigen|angezeigt|wird)|ausgewählten,? externen inhalt|your email address will not be published"
                    + "|sign up (?:for|to) (?:our|the|my|receive).{0,80}(?:newsletter|inbox|updates)|subscribe to (?:our|the|my) .{0,60}(?:newsletter|channel|podcast)|(?:may|might) (?:earn|receive) (?:an? )?(?:affiliate )?commission|affiliate[- ]links?");

    /** Where no space tells words apart. */
    private static final Pattern JAPANESE_PLEA = Pattern.compile("会員限定|会員登録|会員向け|読み放題|電子版が利用|無断転載");

    private static final int LONGEST_PLEA = 500;

    /** The way agencies write what a picture shows, where a page gives it as a paragraph. */
    private static final Pattern CAPTION = Pattern.compile(
            "^in this [^!?]{0,60}\\b(?:file )?(?:photo|image|picture|frame|screengrab)\\b|\\((?:ap|afp|reuters|getty|epa|dpa|pa)(?: (?:photo|images)|/)[^)]{0,80}\\)$");

    private static final int LEAST_SENTENCE = 35;

    private StockPhrases() {}

    static boolean is(Block block) {
        String text = block.text();
        if (text.length() < LONGEST_PLEA) {
            String lower = LowerCase.of(text);
            if (PLEA.isIn(lower)
                    || JAPANESE_PLEA.matcher(lower).find()
                    || CAPTION.matcher(lower).find()) {
                return true;
            }
        }
        return PLACEHOLDER.matcher(text).matches()
                || (text.length() < LONGEST_LABEL
                        && !isPlainSentence(block)
                        && LABEL.matcher(text).matches());
    }

    /** "Related costs are borne by the state." begins like a label, but says something and leads nowhere. */
    private static boolean isPlainSentence(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.linkChars() == 0
                && block.endsSentence()
                && !block.text().endsWith(":")
                && !block.text().endsWith(")")
                && block.text().length() >= LEAST_SENTENCE;
    }
}
