package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Switches off what does not belong to the article inside the element that holds it, and gives the rest as paragraphs. */
final class BodyCleaner {

    private static final Pattern STUB = Pattern.compile(
            "(?i)^\\W*(?:advertis(?:e)?ment|anzeige|publicité|publicidad|реклама|werbung|continue reading.{0,60}|read (?:more|next|also|the full).{0,140}|also read.{0,140}|related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|coverage|topics|links))?\\s*:?.{0,100}|"
                    + "see (?:also|more)\\b.{0,120}|more (?:from|on|stories|news|in|about)\\b.{0,80}|recommended(?: for you| stories| reading)?|you may (?:also )?(?:like|be interested).{0,40}|"
                    + "share(?: this.{0,40}| on .{0,40}|d? via.{0,40})?|tweet|pin it|email|print|follow (?:us|me|him|her|the)\\b.{0,120}|sign up (?:for|to|here).{0,160}|subscribe (?:to|now|here|for).{0,160}|"
                    + "click here.{0,120}|(?:story|article) continues below.{0,40}|scroll down.{0,60}|watch(?: now| below| the video| more)?\\s*:.{0,120}|listen(?: now)?\\s*:.{0,100}|"
                    + "tags?\\s*:.{0,200}|topics?\\s*:.{0,200}|filed under\\b.{0,200}|categor(?:y|ies)\\s*:.{0,200}|posted (?:in|on|by)\\b.{0,120}|published(?: on| in|:).{0,80}|(?:last )?updated(?: on|:| at).{0,60}|"
                    + "advert|tell us what you think.{0,20}|tags? [^.]{0,300}, [^.]{0,300}|.{0,150}\\((?:image|photo|picture|credit|foto|bild|photograph|ap|afp|reuters|getty)\\b[^)]{0,80}\\)\\s*|(?:photo|image|picture|foto|bild|video|graphic)s?(?: (?:by|credit|courtesy|source|via)\\b|\\s*:).{0,160}|(?:©|\\(c\\)|copyright\\b).{0,200}|all rights reserved.{0,80}|"
                    + "leave a (?:comment|reply).{0,40}|\\d+ comments?|comments?(?: \\(\\d+\\))?|view (?:all )?comments.{0,30}|loading\\W*|toggle \\w+|close|menu|skip to .{0,30}|"
                    + "lesen sie (?:auch|hier|mehr).{0,160}|mehr (?:zum thema|dazu).{0,100}|lire (?:aussi|plus).{0,160}|leer (?:más|también|mas).{0,160}|lee (?:también|tambien|más).{0,160}|leia (?:também|mais).{0,160}|leggi anche.{0,160}|читайте также.{0,160}|"
                    + ".{0,60}\\b(?:published|updated|posted)\\b.{0,20}\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.{0,60}|"
                    + "this (?:story|article) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|at)\\b.{0,120})\\s*$");

    /**
     * What a site says about itself, its offers and its conditions, in the middle of an article or in place of it. Looked for at the
     * beginnings of words and in lower case: without regard to case, forty alternatives at every letter took half of the time of a page.
     */
    private static final Pattern PLEA = Pattern.compile(
            "会員限定|(?<!\\p{L})(?:for subscribers only|(?:only|exclusively) for subscribers|subscribe (?:now |today )?to (?:read|continue|unlock|access|get)|to continue reading|continue reading (?:this article )?(?:with|for)|already a (?:subscriber|member)\\?|(?:sign|log) in to (?:read|continue|access)|(?:register|create an account|create a free account) (?:for free )?to (?:read|continue)|start your free trial|cancel (?:at )?any ?time"
                    + "|nur für abonnenten|jetzt abonnieren|jetzt (?:kostenlos )?testen|réservé aux abonnés|abonnez-vous|solo para suscriptores|exclusivo para (?:suscriptores|assinantes)"
                    + "|(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?(?:use|store) cookies|use of cookies|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|enable javascript|javascript (?:is|must be) (?:disabled|enabled)|your browser (?:does not|doesn['’]t) support"
                    + "|sign up (?:for|to) (?:our|the|my|receive).{0,80}(?:newsletter|inbox|updates)|subscribe to (?:our|the|my) .{0,60}(?:newsletter|channel|podcast)|(?:may|might) (?:earn|receive) (?:an? )?(?:affiliate )?commission|affiliate[- ]links?)");

    private static final int LONGEST_PLEA = 500;

    /** The way agencies write what a picture shows, where a page gives it as a paragraph. */
    private static final Pattern CAPTION = Pattern.compile(
            "^in this [^!?]{0,60}\\b(?:file )?(?:photo|image|picture|frame|screengrab)\\b|\\((?:ap|afp|reuters|getty|epa|dpa|pa)(?: (?:photo|images)|/)[^)]{0,80}\\)$");

    private static final Pattern BYLINE = Pattern.compile(
            "(?i)^(?:by|von|par|por|di|da|text|story by|written by|автор:?)\\s+\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|e|de|von|van|,)){0,8}.{0,40}$");

    /** A list that the page writes as paragraphs: "12) …". */
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[.)] \\S.{14}");

    private final PageLayout layout;

    BodyCleaner(PageLayout layout) {
        this.layout = layout;
    }

    /** Paragraphs of the given elements, in order. */
    List<Block> clean(List<Integer> roots) {
        var kept = new ArrayList<Block>();
        for (int root : roots) {
            dropLinkBoxes(root);
            new RelatedBoxes(layout, root).drop();
            for (int i = layout.firstBlock(root); i < layout.endBlock(root); i++) {
                Block block = layout.blocks().get(i);
                if (layout.isOn(i) && !isStub(block)) {
                    kept.add(block);
                }
            }
        }
        trimHead(kept);
        trimTail(kept);
        dropBareHeadings(kept);
        return kept;
    }

    /** Lists, tables and boxes of links. */
    private void dropLinkBoxes(int root) {
        for (int i = root + 1; i < layout.endElement(root); ) {
            if (isLinkBox(i)) {
                layout.drop(i);
                i = layout.endElement(i);
            } else {
                i++;
            }
        }
    }

    private boolean isLinkBox(int index) {
        Element e = layout.element(index);
        String tag = e.normalName();
        boolean box =
                switch (tag) {
                    case "ul", "ol", "dl", "table", "div", "section", "article", "center", "figure" -> true;
                    default -> false;
                };
        if (!box) {
            return false;
        }
        int chars = 0;
        int linkChars = 0;
        int prose = 0;
        int count = 0;
        for (int i = layout.firstBlock(index); i < layout.endBlock(index); i++) {
            if (layout.isOn(i)) {
                Block block = layout.blocks().get(i);
                chars += block.text().length();
                linkChars += block.linkChars();
                prose += block.isProse() ? 1 : 0;
                count++;
            }
        }
        if (count == 0) {
            return false;
        }
        double density = (double) linkChars / chars;
        if (tag.equals("ul") || tag.equals("ol") || tag.equals("dl")) {
            return density > 0.6 || (prose == 0 && density > 0.4);
        }
        return density > 0.6 && prose == 0 && chars < 2000;
    }

    private static boolean isStub(Block block) {
        String text = block.text();
        if (block.linkDensity() > 0.85
                && text.length() < 160
                && block.kind() != Block.Kind.ITEM
                && !block.endsSentence()) {
            return true;
        }
        if (!hasLetters(text)) {
            return true;
        }
        if (text.length() < LONGEST_PLEA) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (PLEA.matcher(lower).find() || CAPTION.matcher(lower).find()) {
                return true;
            }
        }
        return text.length() < 260 && STUB.matcher(text).matches();
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Before the first prose stand headline, byline, date, section: none of it is text. */
    private static void trimHead(List<Block> kept) {
        int first = 0;
        while (first < kept.size() && !kept.get(first).isProse()) {
            first++;
        }
        if (first == kept.size()) {
            return;
        }
        int from = first;
        while (from > 0 && opensText(kept.get(from - 1))) {
            from--;
        }
        kept.subList(0, from).clear();
    }

    /** A short paragraph or subheading right before the first prose may belong to it. */
    private static boolean opensText(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && (block.endsSentence() || isSalutation(block))
                && block.linkDensity() < 0.3
                && block.text().length() > 15
                && !BYLINE.matcher(block.text()).matches();
    }

    /** "Ladies and gentlemen, dear friends," */
    private static boolean isSalutation(Block block) {
        return block.text().endsWith(",");
    }

    private static void trimTail(List<Block> kept) {
        int last = kept.size() - 1;
        while (last >= 0 && !closesText(kept.get(last))) {
            last--;
        }
        if (last >= 0) {
            kept.subList(last + 1, kept.size()).clear();
        }
    }

    private static boolean closesText(Block block) {
        return block.isProse()
                || (block.kind() == Block.Kind.PARAGRAPH
                        && block.linkDensity() < 0.6
                        && NUMBERED.matcher(block.text()).find())
                || (block.kind() == Block.Kind.ITEM
                        && block.linkDensity() < 0.3
                        && block.text().length() > 20)
                || (block.linkDensity() < 0.3
                        && block.endsSentence()
                        && block.text().length() > 10);
    }

    /** A heading belongs to the text that follows it; one that is followed by a heading of the same rank or by nothing does not. */
    private static void dropBareHeadings(List<Block> kept) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            Block block = kept.get(i);
            if (block.kind() == Block.Kind.HEADING
                    && (i == kept.size() - 1
                            || block.text().toLowerCase(Locale.ROOT).startsWith("related"))) {
                kept.remove(i);
            }
        }
    }
}
