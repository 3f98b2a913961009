package org.watchword.analyze.quote;

import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.Mention;

/** Who goes on speaking in quotations that nothing announces. One per text, fed passage by passage. */
final class Floating {

    private static final int FEWEST_WORDS = 8;

    private @Nullable Mention last;
    private int lastParagraph = -2;
    private boolean announcing;

    /** Whoever speaks a quotation that nothing announces; null when that is not clear. */
    @Nullable
    Mention speaker(Passage p, int quote, @Nullable Mention announced) {
        if (announced != null) {
            return announced;
        }
        boolean alone = isWholePassage(p, quote) || lastParagraph == p.paragraph() && isLedIn(p, quote);
        boolean near = lastParagraph == p.paragraph() || lastParagraph == p.paragraph() - 1;
        return alone && near ? last : null;
    }

    /** Whether the last passage ended with a colon that announces this one. */
    boolean announcing() {
        return announcing;
    }

    /** Whether the paragraph before this passage's ended with a colon behind a verb of speech. */
    boolean announces(Passage p) {
        return announcing
                && last != null
                && lastParagraph == p.paragraph() - 1
                && p.quotes().isEmpty();
    }

    /** Who spoke last, or is about to. */
    @Nullable
    Mention last() {
        return last;
    }

    /** A sentence or a weighty part of one; a title, a nickname or a word held at arm's length is not speech, a shout is. */
    static boolean isSpeech(Passage p, int quote) {
        int words = 0;
        boolean verb = false;
        boolean shout = false;
        int first = -1;
        int last = -1;
        for (int i = 0; i < p.size(); i++) {
            if (p.quoted()[i] == quote) {
                Token t = p.token(i);
                words += t.is("PUNCT") ? 0 : 1;
                verb |= t.is("VERB") || t.is("AUX");
                shout |= t.surface().equals("!");
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (last < 0) {
            return false;
        }
        QuotedSpan span = p.quotes().get(quote);
        if (Titles.isHeading(p, first, last + 1)) {
            return false;
        }
        boolean whole = last + 1 >= p.size() - 1 && first == 0;
        boolean ended = last > first && p.token(last - 1).is("PUNCT") || !span.closed();
        return span.end() > span.start()
                && (shout && words >= 2
                        || words >= 5 && verb && (ended || whole)
                        || words >= FEWEST_WORDS && verb
                        || whole && words >= 2 && verb);
    }

    /** "And then: “…”", "Then, more quietly: “…”": words of time and manner before a colon name nobody else. */
    private static boolean isLedIn(Passage p, int quote) {
        int colon = 0;
        while (colon < p.size() && p.outside(colon) && !p.isMark(colon, ":")) {
            Token t = p.token(colon);
            if (!t.is("ADV") && !t.is("CCONJ") && !t.is("PUNCT") && !t.is("ADP") && !t.is("SCONJ")) {
                return false;
            }
            colon++;
        }
        for (int i = colon + 1; i < p.size(); i++) {
            if (p.quoted()[i] != quote && !p.token(i).is("PUNCT")) {
                return false;
            }
        }
        return colon > 0 && colon < p.size() && p.isMark(colon, ":");
    }

    /** Words beside the quotation may name somebody in a way that was not understood. */
    static boolean isWholePassage(Passage p, int quote) {
        for (int i = 0; i < p.size(); i++) {
            if (p.quoted()[i] != quote && !p.token(i).is("PUNCT")) {
                return false;
            }
        }
        return true;
    }

    /** @param coming who is announced to speak next, when the passage ends with a colon */
    void after(Passage p, @Nullable Mention speaker, @Nullable Mention coming) {
        Mention now = coming != null ? coming : speaker;
        if (now != null) {
            last = now;
            lastParagraph = p.paragraph();
        }
        announcing = coming != null;
    }

    /** Takes note that the same speaker goes on in this paragraph. */
    void wentOn(int paragraph) {
        lastParagraph = paragraph;
    }
}
