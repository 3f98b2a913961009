package org.watchword.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Switches off boxes that open with a heading such as "Related stories" or "More from the desk". Where the heading stands alone
 * among the paragraphs, everything behind it goes, provided that the article proper lies before it.
 */
final class RelatedBoxes {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)^\\W*(?:related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|coverage|topics?|links?|reading|items|videos?))?|(?:read )?more (?:from|on|about|in|stories|news|articles|like|to read|coverage|headlines|by)\\b.{0,60}|more [\\p{Lu}]\\S*(?: \\S+){0,3}|read (?:more|next|also|on)|also read|recommended.{0,30}|"
                    + "don['’]t miss|must reads?|(?:most|top) (?:read|popular|viewed|shared|commented|stories|news|posts)\\b.{0,30}|latest (?:news|stories|posts|articles|headlines|videos)|recent (?:posts|articles|comments|stories|news)|breaking news|trending.{0,20}|popular(?: \\w+)?|"
                    + "you (?:may|might|could) (?:also )?(?:like|be interested|enjoy).{0,30}|(?:other|similar|further) (?:articles|stories|news|posts)|see also|up next|what to read next|editors?['’]s? (?:picks?|choice)|from (?:around )?the web|around the web|sponsored.{0,30}|promoted.{0,30}|"
                    + "about the authors?|leave a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(\\d+\\))?|join the (?:conversation|discussion)|share this.{0,20}|tags|categories|topics|sign up.{0,60}|newsletter.{0,20}|privacy (?:overview|policy|preferences?)|cookie.{0,20}|"
                    + "mehr zum thema.{0,40}|mehr aus.{0,40}|das könnte (?:sie|dich|ihnen).{0,40}|weitere (?:artikel|meldungen|beiträge|themen|nachrichten).{0,30}|lesen sie auch|auch interessant|passend dazu|ähnliche (?:artikel|beiträge).{0,20}|meistgelesen.{0,20}|kommentare?|schlagwörter|zum thema|"
                    + "à lire (?:aussi|également).{0,30}|sur le même (?:sujet|thème)|articles? (?:liés?|similaires)|lire aussi|commentaires|les plus lus|"
                    + "(?:noticias|artículos|notas|artigos|notícias|matérias) relacionad[ao]s|te puede interesar|más (?:noticias|leídas?|leído|información).{0,20}|lea también|leia (?:também|mais)|veja (?:também|mais)|mais lidas|comentarios|comentários|"
                    + "leggi anche|potrebbe interessarti.{0,20}|articoli correlati|по теме|читайте также|похожие (?:статьи|новости|материалы)|комментарии.{0,10}|ilgili haberler|diğer haberler|zobacz (?:także|też)|czytaj (?:także|też|więcej)|lees (?:ook|meer)|meer over.{0,30})\\W*$");
    private static final int LONGEST = 80;
    /** A page with more headings of that kind than this is hostile; each costs a look at the whole text. */
    private static final int MOST_HEADINGS = 200;

    private static final double LEAST_BEFORE = 0.3;

    private final PageLayout layout;
    private final int root;

    RelatedBoxes(PageLayout layout, int root) {
        this.layout = layout;
        this.root = root;
    }

    void drop() {
        int all = prose(layout.firstBlock(root), layout.endBlock(root));
        int headings = 0;
        for (int i = layout.firstBlock(root); i < layout.endBlock(root) && headings < MOST_HEADINGS; i++) {
            Block block = layout.blocks().get(i);
            boolean heading = block.text().length() < LONGEST && block.kind() != Block.Kind.ITEM && !block.isProse();
            if (!layout.isOn(i) || !heading || !HEADING.matcher(block.text()).matches()) {
                continue;
            }
            headings++;
            int box = box(i);
            if (box >= 0 && prose(layout.firstBlock(box), layout.endBlock(box)) < 0.5 * all) {
                layout.drop(box);
            } else if (block.kind() == Block.Kind.HEADING
                    && prose(layout.firstBlock(root), i) >= LEAST_BEFORE * all
                    && !resumes(i)) {
                for (int j = i; j < layout.endBlock(root); j++) {
                    layout.dropBlock(j);
                }
                return;
            }
        }
    }

    /** Whether the text goes on behind the block: prose in the element that most of the prose before it stands in. */
    private boolean resumes(int at) {
        var held = new HashMap<Integer, Integer>();
        for (int i = layout.firstBlock(root); i < at; i++) {
            if (layout.isOn(i) && layout.blocks().get(i).isProse()) {
                held.merge(home(i), layout.blocks().get(i).weight(), Integer::sum);
            }
        }
        int home = held.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
        for (int i = at + 1; i < layout.endBlock(root); i++) {
            if (layout.isOn(i) && layout.blocks().get(i).isProse() && home(i) == home) {
                return true;
            }
        }
        return false;
    }

    private int home(int block) {
        return layout.parent(layout.blocks().get(block).element());
    }

    /** The largest element inside the root that the block opens and that holds more than the block; −1 when there is none. */
    private int box(int block) {
        int best = -1;
        for (int at = layout.blocks().get(block).element(); at > root; at = layout.parent(at)) {
            if (firstOn(at) != block) {
                break;
            }
            if (layout.endBlock(at) > block + 1) {
                best = at;
            }
        }
        return best;
    }

    private int firstOn(int element) {
        int i = layout.firstBlock(element);
        while (i < layout.endBlock(element) && !layout.isOn(i)) {
            i++;
        }
        return i;
    }

    private int prose(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            Block block = layout.blocks().get(i);
            sum += layout.isOn(i) && block.isProse() ? block.weight() : 0;
        }
        return sum;
    }
}
