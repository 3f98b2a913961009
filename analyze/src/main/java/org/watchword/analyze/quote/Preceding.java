package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** Finds the words before a source or cue that are what was said: "…," she said; the road is closed, she said. One per passage. */
final class Preceding {

    /** Clauses with these belong to what is said; one of time ("when asked, …") may be the reporter's. */
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "because", "although", "though");

    private static final Set<String> ASKING = Set.of(
            "what",
            "whatever",
            "who",
            "whoever",
            "whom",
            "whose",
            "which",
            "whichever",
            "where",
            "wherever",
            "when",
            "whenever",
            "why",
            "how",
            "however",
            "whether");

    /** Prepositions that the tagger takes for conjunctions, too. */
    private static final Set<String> ACCOMPANYING = Set.of("with", "without");

    /** "Asked whether she would stay, she laughed": the reporter tells what the answer was to. */
    private static final Set<String> QUESTIONING = Set.of("ask", "press", "question", "challenge", "quiz");

    private static final int LONGEST_TITLE = 3;

    private final Passage p;
    private final VerbGroups groups;
    private final Claims claims;

    Preceding(Passage passage, VerbGroups groups, Claims claims) {
        p = passage;
        this.groups = groups;
        this.claims = claims;
    }

    /** The words that end before token {@code i}; null when no quotation and no whole clause ends there. */
    @Nullable
    TokenRange wordsBefore(int i) {
        int j = i - 1;
        if (j >= 1
                && p.outside(j)
                && (p.token(j).lemma().equals("as") || p.token(j).lemma().equals("so"))) {
            j--;
        }
        boolean broken = false;
        while (j > 0 && p.outside(j) && (p.isMark(j, ",") || p.isDash(j))) {
            j--;
            broken = true;
        }
        if (j < 0) {
            return null;
        }
        if (!p.outside(j)) {
            if (!broken && !isSaid(j)) {
                return null;
            }
            return new TokenRange(quotedStart(j), j + 1);
        }
        if (!broken) {
            return null;
        }
        int from = start(j + 1);
        return isClause(from, j + 1) ? new TokenRange(from, j + 1) : null;
    }

    /** Whether a quotation ends right before token {@code i}. */
    boolean isQuotedBefore(int i) {
        int j = i - 1;
        while (j > 0 && p.outside(j) && (p.isMark(j, ",") || p.isDash(j))) {
            j--;
        }
        return j >= 0 && !p.outside(j) && claims.isFree(j) && (j < i - 1 || isSaid(j));
    }

    /** Whether a quotation of some words, no title, ends right before token {@code i} with a comma, a question or a shout within its marks. */
    boolean isSentenceBefore(int i) {
        boolean comma = i > 1 && p.outside(i - 1) && p.isMark(i - 1, ",");
        int last = comma ? i - 2 : i - 1;
        if (last < 2 || p.outside(last) || !claims.isFree(last)) {
            return false;
        }
        int first = p.firstOfQuote(last);
        boolean stop = comma || p.isMark(last - 1, ",") || p.isMark(last - 1, "?") || p.isMark(last - 1, "!");
        return stop && last - first > LONGEST_TITLE + 1 && p.hasVerb(first, last);
    }

    /** “Harbour” director Oren said: a word or three between marks without a stop are a title, or part of who speaks. */
    private boolean isSaid(int last) {
        int first = p.firstOfQuote(last);
        return last - first > LONGEST_TITLE + 1
                || p.token(last - 1).is("PUNCT")
                || p.token(last).is("PUNCT") && last == first;
    }

    /** Where a quotation's clause starts: what stands before it in the clause belongs to it unless it was somebody's already. */
    private int quotedStart(int last) {
        int first = p.firstOfQuote(last);
        int from = start(first);
        boolean led =
                from < first && !p.token(first - 1).is("PUNCT") && (p.hasVerb(from, first) || isPredicate(from, first));
        return led || isBegun(from, first) ? from : first;
    }

    /** The ministry “regrets the delay,” she said: the quotation holds the verb of the words before it. */
    private boolean isPredicate(int from, int quote) {
        VerbGroup verb = groups.firstIn(quote + 1, Math.min(p.size(), quote + 3));
        TokenRange subject = NounPhrases.startingAt(p, from);
        return verb != null
                && verb.finite()
                && verb.from() == (p.token(quote + 1).is("ADV") ? quote + 2 : quote + 1)
                && subject != null
                && subject.to() == quote;
    }

    /** "With so many boats, “there is no room,” she said", "if it falls, “we are to blame,” …": the reporter began her sentence. */
    private boolean isBegun(int from, int first) {
        if (first - from < 3
                || from > 0
                || !p.isMark(first - 1, ",")
                || first + 1 >= p.size()
                || !Character.isLowerCase(p.token(first + 1).surface().codePointAt(0))) {
            return false;
        }
        boolean phrase =
                p.token(from).is("ADP") || ACCOMPANYING.contains(p.token(from).lemma());
        return CONDITIONS.contains(p.token(from).lemma()) || phrase && !hasFinite(from, first);
    }

    private boolean hasFinite(int from, int to) {
        for (VerbGroup g = groups.firstIn(from, to); g != null; g = groups.firstIn(g.to(), to)) {
            if (g.finite()) {
                return true;
            }
        }
        return false;
    }

    private boolean isClause(int from, int to) {
        if (to - from < 3) {
            return false;
        }
        int finite = 0;
        for (VerbGroup g = groups.firstIn(from, to); g != null; g = groups.firstIn(g.to(), to)) {
            finite += g.finite() ? 1 : 0;
        }
        int opener = from;
        while (opener < to - 3
                && (p.token(opener).is("CCONJ") || p.token(opener).lemma().equals("so"))) {
            opener++;
        }
        Token head = p.token(opener);
        if (QUESTIONING.contains(head.lemma()) && head.is("VERB")) {
            return false;
        }
        if (head.is("SCONJ") || head.lemma().equals("when") || head.lemma().equals("as")) {
            return finite >= 2 || CONDITIONS.contains(head.lemma()) && hasMainClause(from, to);
        }
        return finite >= 1;
    }

    /** "Why he left, experts guess", "wherever they sail, …": what ends before token {@code i} asks, and says nothing. */
    boolean isAsking(int i) {
        return ASKING.contains(LowerCase.of(p.token(start(i)).surface()));
    }

    /** "If …, a trade goes with them": a finite verb behind a comma, whatever the tagger takes the verb of the condition for. */
    private boolean hasMainClause(int from, int to) {
        int comma = from;
        while (comma < to && !(p.outside(comma) && p.isMark(comma, ","))) {
            comma++;
        }
        return hasFinite(comma, to);
    }

    /** First token of the run of free tokens that reaches up to {@code to}. */
    int start(int to) {
        int i = to;
        while (i > 0
                && claims.isFree(i - 1)
                && !(p.outside(i - 1) && (p.isMark(i - 1, ";") || p.isMark(i - 1, ":") || p.isMark(i - 1, ".")))) {
            i--;
        }
        while (i < to && p.outside(i) && (p.token(i).is("PUNCT") || p.token(i).is("CCONJ"))) {
            i++;
        }
        return i;
    }
}
