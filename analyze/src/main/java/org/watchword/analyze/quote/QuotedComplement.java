package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;

/** A quotation that a verb announces. One per passage. */
final class QuotedComplement {

    private static final int LONGEST_LEAD_IN = 20;

    /** What one does with a story, which has a title. */
    private static final Set<String> TELLING = Set.of("tell", "read", "recite", "sing", "write", "recount", "post");

    private final Passage p;
    private final VerbGroups groups;
    private final CueVerbs verbs;
    private final ClauseEnds ends;

    QuotedComplement(Passage passage, VerbGroups groups, CueVerbs verbs, ClauseEnds ends) {
        p = passage;
        this.groups = groups;
        this.verbs = verbs;
        this.ends = ends;
    }

    /** A quotation, directly or after words that say when, where, how or to whom. */
    @Nullable
    Complement of(VerbGroup cue, int first, int cueEnd, boolean speech, String lemma) {
        int quote = p.firstQuote(first);
        if (quote < 0 || !speech && quote != first && !p.isMark(quote - 1, ":")) {
            return null;
        }
        if (quote == first) {
            if (!speech
                    && (!verbs.is(WordClass.CLAUSE, lemma) && !verbs.is(WordClass.OBJECT, lemma) || qualifies(quote))) {
                return null;
            }
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        boolean colon = p.isMark(quote - 1, ":");
        boolean comma = p.isMark(quote - 1, ",");
        if (colon && quote - first <= 40 && !p.hasEnd(first, quote - 1) && !hasSpeech(first, quote - 1)) {
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        if (quote - first > LONGEST_LEAD_IN || p.hasVerb(first, quote) || hasThat(first, quote)) {
            return null;
        }
        if (comma && !isAside(first, quote)
                || quote - first <= 1
                        && !p.token(first).is("DET")
                        && !p.token(first).is("ADP")
                || isAddressee(first, quote)
                || isContained(lemma, first, quote)) {
            return new Complement(quote, quotedEnd(quote, cue), cueEnd, true);
        }
        return null;
    }

    private boolean hasThat(int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.token(i).lemma().equals("that") || p.token(i).is("SCONJ")) {
                return true;
            }
        }
        return false;
    }

    /** The verb nearest to a quotation announces it. */
    private boolean hasSpeech(int from, int to) {
        for (VerbGroup g = groups.firstIn(from, to); g != null; g = groups.firstIn(g.to(), to)) {
            boolean announces = verbs.isSpeech(p.token(g.head())) && !g.passive();
            if (announces && (g.finite() || g.form() == VerbGroup.Form.ING)) {
                return true;
            }
        }
        return false;
    }

    /** 'Slammed "lazy" rumours': quoted words before their noun are part of what the verb says. */
    private boolean qualifies(int quote) {
        int close = p.endOfQuote(quote);
        return close < p.size()
                && p.outside(close)
                && (NounPhrases.isNoun(p.token(close)) || p.token(close).is("ADJ"));
    }

    private boolean isAddressee(int first, int quote) {
        TokenRange phrase = NounPhrases.startingAt(p, first);
        return phrase != null && phrase.to() == quote && p.token(first).is("PROPN");
    }

    /** "Announced a policy of “quiet harbours”": what the quotation is put as. */
    private boolean isContained(String lemma, int first, int quote) {
        if (TELLING.contains(lemma) || quote - first > 4 || quote - first < 3) {
            return false;
        }
        boolean noun =
                p.token(quote - 1).lemma().equals("of") && p.token(quote - 2).is("NOUN");
        return noun && (p.token(first).is("DET") || NounPhrases.isPossessive(p.token(first)));
    }

    /** A quotation that is only the head of a clause goes on: said “the plan” was dead. */
    private int quotedEnd(int quote, VerbGroup cue) {
        int close = p.endOfQuote(quote);
        boolean ended = close >= p.size()
                || p.token(close).is("PUNCT")
                || close > 1 && p.token(close - 2).is("PUNCT") && !p.outside(close - 2);
        if (ended && !(close + 1 < p.size() && p.isMark(close, ",") && !p.outside(close + 1))) {
            return joined(close);
        }
        VerbGroup verb = close < p.size() ? groups.at(ends.skipAdverbs(close)) : null;
        boolean conjoined = close < p.size()
                && p.token(close).is("CCONJ")
                && close + 1 < p.size()
                && (!p.outside(close + 1) || !p.outside(Math.min(p.size() - 1, ends.skipAdverbs(close + 1))));
        if (verb != null && verb.finite()
                || conjoined
                || isObjectless(quote, close)
                || close < p.size() && p.token(close).is("ADP")) {
            return Math.max(close, ends.ofClause(quote, cue));
        }
        return close;
    }

    /** "Chanted “Close the bridge!” and “Shame!”". */
    private int joined(int close) {
        boolean joins =
                close + 1 < p.size() && p.outside(close) && p.token(close).is("CCONJ") && !p.outside(close + 1);
        return joins ? p.endOfQuote(close + 1) : close;
    }

    /** Claimed “she inflated” the number of ships: the marks close before the clause does. */
    private boolean isObjectless(int quote, int close) {
        int last = close - 1;
        while (last > quote && p.token(last).is("PUNCT")) {
            last--;
        }
        return close < p.size() && p.token(close).is("DET") && p.token(last).is("VERB") && last > quote + 1;
    }

    /** Said the port, “which my father built,” would close: the clause goes on behind the quotation. */
    private boolean isAside(int first, int quote) {
        TokenRange subject = NounPhrases.startingAt(p, first);
        int close = p.endOfQuote(quote);
        VerbGroup verb = close < p.size() && p.outside(close) ? groups.at(close) : null;
        return subject != null && subject.to() == quote - 1 && verb != null && verb.finite() && verb.from() == close;
    }
}
