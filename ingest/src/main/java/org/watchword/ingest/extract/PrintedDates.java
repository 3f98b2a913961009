package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Dates that a reader of the page sees, the likeliest day of publication first: near the headline before far from it, and there what
 * says "published" or is marked up as a date before bare text. Clocks, the dates of other articles and of the comments, and dates in
 * running text are none of these.
 */
final class PrintedDates {

    /** In the order of trust. */
    enum Kind {
        /** Says "published", or is a {@code time} marked so. */
        PUBLISHED,
        TIME,
        /** An element named after dates. */
        NAMED,
        TEXT,
        /** Says "updated". */
        UPDATED
    }

    /** @param near beside the headline */
    record Printed(PageDate date, Kind kind, boolean near, int distance) {

        /** 0 right beside the headline, 1 farther off. */
        int ring() {
            return distance <= BESIDE ? 0 : 1;
        }
    }

    private static final Pattern NAMED_PUBLISHED =
            Pattern.compile("(?:^| )(?:publish\\w*|posted|pubdate|entry date)(?= |$)");
    private static final Pattern NAMED_UPDATED = Pattern.compile("(?:^| )(?:updated?|modified|lastmod)(?= |$)");
    private static final Pattern NAMED_OTHERWISE = Pattern.compile(
            "(?:^| )(?:joined|edition\\w*|clock|uhr|countdown|event\\w*|birth\\w*|copyright|expir\\w*|deadline)(?= |$)");
    private static final Pattern SAYS_PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:publish(?:ed)?|posted|first published|created|veröffentlicht|erschienen|erstellt|geschrieben|publiée?|publicado|pubblicato|publicerad\\w*|publisert|julkaistu|gepubliceerd|mis(?:e)? en ligne|online seit|geplaatst|opublikowano|publikováno|objavljeno|опубликован\\w*|опубліковано|δημοσι\\p{L}*|eklenme|yayın\\p{L}*|nəşr|dərc|հրապարակ\\p{L}*|გამოქვეყნ\\p{L}*|نشر|انتشار|פורסם)");
    private static final Pattern SAYS_UPDATED = Pattern.compile(
            "(?iu)\\b(?:updated?|modified|aktualisiert|geändert|stand\\b|mis à jour|modifiée?|actualizado|atualizado|aggiornato|oppdatert|uppdaterad\\w*|opdateret|päivitetty|bijgewerkt|zaktualizowano|aktualizov\\w*|обновлен\\w*|оновлено|ενημερ\\p{L}*|güncelle\\p{L}*|yenilən\\p{L}*|թարմացվ\\p{L}*|განახლ\\p{L}*|تحديث|به‌روز\\p{L}*|עודכן|bearbeit\\w*|last edit\\w*|revis(?:ed|ion)\\w*|edited|editiert)");
    private static final Pattern SAYS_OTHERWISE = Pattern.compile(
            "(?iu)(?:©|\\(c\\)|copyright|\\b(?:aktuelle zeit|current time|heute ist|today is|registriert|joined|member since|mitglied seit|édition du|archived|retrieved|abgerufen|expires?|deadline|born|geboren|event date)\\b)");

    /** What follows it is said of something else. */
    private static final Pattern SEPARATOR = Pattern.compile("[/|·•;,–—]");

    private static final int LONGEST_TEXT = 160;
    private static final int LONGEST_CALL = 80;
    private static final int LONGEST_BESIDE = 40;
    private static final int MOST_LOOKED_AT = 3_000;
    private static final int BESIDE = 200;
    private static final int JUST_BEFORE = 150;
    private static final int JUST_AFTER = 600;

    private final List<Printed> found = new ArrayList<>();
    private final List<Printed> unsure = new ArrayList<>();
    private final OtherArticles others;
    private final Hints hints;
    private final DeclaredDates declared;
    private final DateText reader;
    private final String language;
    private final Predicate<PageDate> believable;
    private final @Nullable Element headline;

    PrintedDates(
            PageFacts page,
            @Nullable Element headline,
            OtherArticles others,
            DeclaredDates declared,
            DateText reader,
            String language,
            Predicate<PageDate> believable) {
        this.others = others;
        this.hints = page.hints();
        this.declared = declared;
        this.reader = reader;
        this.language = language;
        this.believable = believable;
        this.headline = headline;
        read(page.html().body());
    }

    /** The likeliest day of publication beside the headline. */
    @Nullable
    Printed near() {
        return found.stream()
                .filter(p -> p.near && p.kind != Kind.UPDATED)
                .min(Comparator.comparing(Printed::ring)
                        .thenComparing(Printed::kind)
                        .thenComparing(Printed::distance))
                .orElse(null);
    }

    /**
     * The likeliest day of publication anywhere else, the first of its kind; in boxes that may be of others only where all agree that say
     * "published", or all where none does.
     */
    @Nullable
    Printed far() {
        Printed first = found.stream()
                .filter(p -> p.kind != Kind.UPDATED)
                .min(Comparator.comparing(Printed::kind))
                .orElse(null);
        if (first != null) {
            return first;
        }
        List<Printed> said =
                unsure.stream().filter(p -> p.kind == Kind.PUBLISHED).toList();
        return agreed(said.isEmpty() ? unsure : said);
    }

    /** Whether all that the page calls its last change is of one day. */
    boolean agreeOnUpdate() {
        return agreed(found.stream().filter(p -> p.kind == Kind.UPDATED).toList()) != null;
    }

    private static @Nullable Printed agreed(List<Printed> dates) {
        return dates.stream().map(p -> p.date.day()).distinct().count() == 1 ? dates.get(0) : null;
    }

    /** What the page calls its last change. */
    @Nullable
    Printed updated() {
        return found.stream()
                .filter(p -> p.kind == Kind.UPDATED)
                .min(Comparator.comparing((Printed p) -> !p.near))
                .orElse(null);
    }

    private record Candidate(PageDate date, Kind kind, OtherArticles.Place place, int at) {}

    private void read(Element body) {
        var walk = new Walk();
        NodeTraversor.traverse(walk, body);
        for (Candidate c : walk.candidates) {
            int distance = c.at - walk.headlineEnd;
            boolean near = walk.headlineEnd >= 0 && distance >= -JUST_BEFORE && distance <= JUST_AFTER;
            boolean beside = near && Math.abs(distance) <= BESIDE;
            if (c.place == OtherArticles.Place.ARTICLE || c.kind == Kind.UPDATED || beside) {
                found.add(new Printed(c.date, c.kind, near, Math.abs(distance)));
            } else {
                unsure.add(new Printed(c.date, c.kind, near, Math.abs(distance)));
            }
        }
    }

    private final class Walk implements NodeVisitor {

        private final List<Candidate> candidates = new ArrayList<>();
        private int at;
        private int looked;
        private int headlineEnd = -1;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                at += Subtree.length(text);
            } else if (node instanceof Element e && looked < MOST_LOOKED_AT) {
                look(e);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node == headline) {
                headlineEnd = at;
            }
        }

        private void look(Element e) {
            boolean time = e.normalName().equals("time");
            Hints.Verdict names = hints.verdict(e);
            boolean named = time || names.date();
            if (Subtree.isHeading(e) || (named && e.childNodeSize() > 30)) {
                return;
            }
            if (named && Subtree.saysMore(e, LONGEST_TEXT)) {
                return;
            }
            String text = named ? e.text() : own(e);
            if (text.length() > LONGEST_TEXT || (!time && text.length() < 6 && !e.hasAttr("title"))) {
                return;
            }
            PageDate date = named ? declared.of(e) : reader.visible(text, language);
            if (date == null || !believable.test(date)) {
                return;
            }
            looked++;
            Kind kind = kind(e, names.words(), text, time, named);
            OtherArticles.Place place = others.of(e);
            boolean footing = kind == Kind.UPDATED && !isComment(e);
            if (kind != null && (place != OtherArticles.Place.OTHER || footing)) {
                candidates.add(new Candidate(date, kind, place, at));
            }
        }
    }

    /** The text of an element without that of others in it, a short script's call with a date too; empty where no date can be. */
    private static String own(Element e) {
        if (e.normalName().equals("script")) {
            String call = Subtree.data(e).strip();
            return call.length() <= LONGEST_CALL ? call : "";
        }
        for (int i = 0; i < e.childNodeSize(); i++) {
            if (e.childNode(i) instanceof TextNode text && DateMarks.perhaps(text.getWholeText())) {
                return e.ownText();
            }
        }
        return "";
    }

    private @Nullable Kind kind(Element e, String words, String text, boolean time, boolean named) {
        PageDate printed = reader.visible(text, language);
        String before = printed == null ? text : text.substring(0, printed.from());
        String beside = beside(e);
        if (NAMED_OTHERWISE.matcher(words).find()
                || SAYS_OTHERWISE.matcher(text).find()
                || SAYS_OTHERWISE.matcher(beside).find()) {
            return null;
        }
        Kind said = said(before);
        if (said == null && printed != null) {
            said = said(SEPARATOR.split(text.substring(printed.to()), 2)[0]);
        }
        said = said != null ? said : said(beside);
        if (said != null) {
            return said;
        }
        if (time && (e.hasAttr("pubdate") || NAMED_PUBLISHED.matcher(words).find())) {
            return NAMED_UPDATED.matcher(words).find() ? Kind.TIME : Kind.PUBLISHED;
        }
        if (NAMED_UPDATED.matcher(words).find()) {
            return Kind.UPDATED;
        }
        if (time) {
            return Kind.TIME;
        }
        if (named) {
            return NAMED_PUBLISHED.matcher(words).find() ? Kind.TIME : Kind.NAMED;
        }
        return printed != null && isDateAlone(text, printed) ? Kind.TEXT : null;
    }

    /** The word nearest to the date decides where a line says both. */
    private static @Nullable Kind said(String text) {
        int published = last(SAYS_PUBLISHED, text);
        int updated = last(SAYS_UPDATED, text);
        if (published < 0 && updated < 0) {
            return null;
        }
        return published > updated ? Kind.PUBLISHED : Kind.UPDATED;
    }

    private static int last(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToInt(r -> r.start()).reduce(-1, (a, b) -> b);
    }

    /** The label that stands before an element. */
    private static String beside(Element e) {
        Node before = e.previousSibling();
        while (before instanceof TextNode blank && blank.isBlank()) {
            before = before.previousSibling();
        }
        String text = before instanceof TextNode t ? t.text() : before instanceof Element b ? b.text() : "";
        Element parent = e.parent();
        if (text.isEmpty() && parent != null && parent.childNodeSize() < 12) {
            text = parent.ownText();
        }
        return text.length() > LONGEST_BESIDE ? text.substring(text.length() - LONGEST_BESIDE) : text;
    }

    /** Little else stands there: a date inside a sentence tells of an event. */
    private static boolean isDateAlone(String text, PageDate date) {
        int rest = text.length() - (date.to() - date.from());
        boolean sentence = text.endsWith(".") && rest > 15;
        return date.from() <= 25 && rest <= 60 && !sentence;
    }

    private boolean isComment(Element e) {
        int up = 0;
        for (Element at = e; at != null && up < 12 && !at.normalName().equals("body"); at = at.parent(), up++) {
            if (hints.verdict(at).ofComments() || at.normalName().equals("aside")) {
                return true;
            }
        }
        return false;
    }
}
