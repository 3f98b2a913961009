package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;

/** What follows the preposition of a verb: accused them of “…”, warned against …. One per passage. */
final class PrepositionalComplement {

    /** Verbs that take a person before the preposition; without one they are passive: "people accused of theft". */
    private static final Set<String> WHOM =
            Set.of("accuse", "blame", "criticize", "criticise", "praise", "compare", "liken", "charge");

    /** Verbs whose words are whom they speak of as well as what they liken them to. */
    private static final Set<String> LIKENING = Set.of("liken", "compare");

    /** After the preposition these stand for what has been named: "compared prices with those of April". */
    private static final Set<String> MEASURED = Set.of("those", "that");

    /** Verbs that take whom they address before the preposition: "asked the council for boats". */
    private static final Set<String> APPEALING = Set.of("ask", "warn", "press", "push", "challenge", "call");

    private static final int LONGEST_WHOM = 16;

    private final Passage p;
    private final CueVerbs verbs;
    private final ClauseEnds ends;

    PrepositionalComplement(Passage passage, CueVerbs verbs, ClauseEnds ends) {
        p = passage;
        this.verbs = verbs;
        this.ends = ends;
    }

    @Nullable
    Complement of(VerbGroup cue, String lemma, int first) {
        int at = first;
        boolean needsWhom = WHOM.contains(lemma);
        if (needsWhom || !verbs.takes(lemma, p.token(at))) {
            TokenRange phrase = NounPhrases.startingAt(p, at);
            boolean out = p.token(at).lemma().equals("out");
            boolean taken = needsWhom || APPEALING.contains(lemma) || phrase != null && NounPhrases.isTime(p, phrase);
            boolean whom = out || taken && (phrase != null || isEachOther(at));
            // "accused the council of lying": the phrase swallows "of", so its head alone is looked at.
            at = whom ? beforeQuote(first, lemma) : -1;
            for (int i = first + 1; whom && at < 0 && i < Math.min(p.size() - 1, first + 8) && p.outside(i); i++) {
                if ((p.token(i).is("ADP") || p.token(i).is("SCONJ") || isToNoun(i))
                        && verbs.takes(lemma, p.token(i))
                        && isVerbal(i + 1)) {
                    at = i;
                    break;
                }
                if (p.isMark(i, ",")) {
                    at = afterApposition(i, lemma);
                    break;
                }
                if (p.token(i).is("VERB") || p.isEnd(i)) {
                    break;
                }
            }
        }
        if (at >= 0
                && at + 2 < p.size()
                && p.token(at + 2).is("ADP")
                && NounPhrases.isTime(p, new TokenRange(at + 1, at + 2))) {
            // "Called on Friday for …": when, and then what for.
            at = verbs.takes(lemma, p.token(at + 2)) ? at + 2 : -1;
        }
        if (at < 0 || at + 1 >= p.size()) {
            return null;
        }
        int from = at + 1;
        int to = characterised(from, ends.ofObject(from, cue));
        boolean likened = LIKENING.contains(lemma);
        if (likened && p.outside(from) && MEASURED.contains(p.token(from).lemma())) {
            // "Compared prices with those of April": measured, not said.
            return null;
        }
        if (at > first && likened && allOutside(first, to)) {
            return new Complement(first, to, first, true);
        }
        return to > from && !(p.outside(from) && p.token(from).is("PUNCT"))
                ? new Complement(from, to, at + 1, false)
                : null;
    }

    /** "Accused the head of the port, Tomas Veil, of “vanity”": the preposition at the quotation, whatever others stand before it. */
    private int beforeQuote(int first, String lemma) {
        int quote = p.firstQuote(first);
        if (quote < 0 || quote - first > LONGEST_WHOM) {
            return -1;
        }
        int at = quote > 0 && p.token(quote - 1).is("DET") ? quote - 2 : quote - 1;
        return at > first && !p.hasVerb(first, at) && !p.hasEnd(first, at) && verbs.takes(lemma, p.token(at)) ? at : -1;
    }

    /** "Accused its neighbour, Tomas Veil, of lying": the preposition behind what stands between commas; -1 when there is none. */
    private int afterApposition(int comma, String lemma) {
        TokenRange name = NounPhrases.startingAt(p, comma + 1);
        int at = name == null ? p.size() : name.to() + 1;
        return at + 1 < p.size()
                        && p.isMark(at - 1, ",")
                        && p.outside(at)
                        && verbs.takes(lemma, p.token(at))
                        && isVerbal(at + 1)
                ? at
                : -1;
    }

    /** "Referred to Oren as “the queen of delay”". */
    private int characterised(int from, int end) {
        int quote = end < p.size() && p.outside(end) && p.token(end).lemma().equals("as") ? p.firstQuote(end) : -1;
        return quote > end && quote - end <= 2 && end > from ? p.endOfQuote(quote) : end;
    }

    /** "Likened the farmers to locusts", tagged as an infinitive, whose form it has not. */
    private boolean isToNoun(int to) {
        Token next = p.token(to + 1);
        return p.token(to).is("PART") && next.is("VERB") && !next.surface().equals(next.lemma());
    }

    private boolean allOutside(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!p.outside(i)) {
                return false;
            }
        }
        return to > from;
    }

    private boolean isEachOther(int i) {
        if (i + 1 >= p.size() || !p.outside(i + 1)) {
            return false;
        }
        String two = p.token(i).lemma() + ' ' + p.token(i + 1).lemma();
        return two.equals("each other") || two.equals("one another");
    }

    private boolean isVerbal(int i) {
        return !p.outside(i)
                || p.token(i).is("VERB")
                || p.token(i).is("AUX")
                || NounPhrases.isNoun(p.token(i))
                || p.token(i).is("DET")
                || p.token(i).is("ADV");
    }
}
