package org.watchword.analyze.quote;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds the noun phrase that names the source of a cue. Stateless. */
final class Sources {

    private static final Set<String> INNER = Set.of("of", "for", "at", "in", "from", "on", "with", "to");
    private static final Set<String> RELATIVES = Set.of("that", "which", "what", "this", "whatever", "there");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "our", "its", "your");
    private static final int LONGEST_APPOSITION = 40;

    private Sources() {}

    /** The phrase before the verb at {@code cue}: auxiliaries and adverbs are stepped over, and an apposition between commas. */
    static @Nullable TokenRange before(Passage p, int cue) {
        int j = cue - 1;
        while (j >= 0 && p.outside(j) && isStep(p.token(j))) {
            j--;
        }
        if (j < 0 || !p.outside(j)) {
            return null;
        }
        if (p.isMark(j, ",") || p.isMark(j, ")") || isDash(p, j)) {
            return beforeApposition(p, j);
        }
        if (p.token(j).lemma().equals("who")) {
            int k = j - 1;
            return k >= 0 && p.outside(k) ? phraseEndingAt(p, p.isMark(k, ",") ? k - 1 : k) : null;
        }
        if (p.token(j).is("CCONJ")) {
            // "laughed and said": the verbs share their subject.
            return sharedSubject(p, j);
        }
        return phraseEndingAt(p, j);
    }

    private static @Nullable TokenRange sharedSubject(Passage p, int conjunction) {
        for (int v = conjunction - 1; v >= 0 && conjunction - v < 20 && p.outside(v); v--) {
            if (p.token(v).is("PUNCT") && !p.isMark(v, ",")) {
                return null;
            }
            if (p.token(v).is("VERB") && v > 0) {
                int j = v - 1;
                while (j >= 0 && p.outside(j) && isStep(p.token(j))) {
                    j--;
                }
                return j >= 0 && p.outside(j) ? phraseEndingAt(p, j) : null;
            }
        }
        return null;
    }

    private static @Nullable TokenRange beforeApposition(Passage p, int comma) {
        boolean bracket = p.isMark(comma, ")");
        TokenRange best = null;
        for (int k = comma - 1; k > 0 && comma - k < LONGEST_APPOSITION; k--) {
            if (!p.outside(k)) {
                return best;
            }
            boolean opens = bracket ? p.isMark(k, "(") : p.isMark(k, ",") || isDash(p, k);
            if (opens && p.outside(k - 1)) {
                TokenRange phrase = phraseEndingAt(p, k - 1);
                if (phrase != null && !bracket && !hasName(p, phrase) && isName(p, k + 1, comma)) {
                    // "The minister, Orlan Tesk, said": the apposition names whom the head only describes.
                    return new TokenRange(phrase.from(), comma);
                }
                if (phrase != null && hasName(p, phrase) && !isPlaceOf(p, phrase)) {
                    return phrase;
                }
                best = best == null ? phrase : best;
            }
        }
        return best;
    }

    /** "…, in Paris, said": what follows a preposition is no subject. */
    private static boolean isPlaceOf(Passage p, TokenRange phrase) {
        return phrase.from() > 0 && p.token(phrase.from() - 1).is("ADP");
    }

    /** The noun phrase whose last word is token {@code end}. */
    static @Nullable TokenRange phraseEndingAt(Passage p, int end) {
        if (end < 0 || !p.outside(end)) {
            return null;
        }
        Token last = p.token(end);
        if (RELATIVES.contains(last.lemma())) {
            return null;
        }
        if (last.is("PRON")) {
            return new TokenRange(end, end + 1);
        }
        if (!isNoun(last) && !last.is("ADJ") && !last.is("NUM") && !last.is("DET")) {
            return null;
        }
        int from = end;
        while (from > 0 && p.outside(from - 1)) {
            Token t = p.token(from - 1);
            boolean inner = t.is("ADP")
                    && INNER.contains(t.lemma())
                    && from >= 2
                    && p.outside(from - 2)
                    && isNoun(p.token(from - 2));
            boolean joined = t.lemma().equals("and") && from >= 2 && isNoun(p.token(from - 2)) && isNoun(p.token(from));
            if (isPart(t) || inner || joined || isQuotedWord(t)) {
                from--;
            } else {
                break;
            }
        }
        while (from < end && (p.token(from).is("PART") || p.token(from).is("PUNCT"))) {
            from++;
        }
        return new TokenRange(from, end + 1);
    }

    /** The noun phrase whose first word is token {@code start}, with an apposition after it left out. */
    static @Nullable TokenRange phraseStartingAt(Passage p, int start) {
        int i = start;
        if (i >= p.size() || !p.outside(i)) {
            return null;
        }
        if (p.token(i).is("PRON") && !p.token(i).lemma().equals("my") && !isPossessive(p.token(i))) {
            return new TokenRange(i, i + 1);
        }
        boolean noun = false;
        int to = i;
        while (i < p.size() && p.outside(i)) {
            Token t = p.token(i);
            boolean inner =
                    noun && t.is("ADP") && INNER.contains(t.lemma()) && i + 1 < p.size() && isPart(p.token(i + 1));
            boolean joined = noun
                    && t.lemma().equals("and")
                    && i + 1 < p.size()
                    && p.token(i + 1).is("PROPN");
            if (!isPart(t) && !inner && !joined) {
                break;
            }
            noun |= isNoun(t);
            i++;
            if (isNoun(t) || t.is("NUM")) {
                to = i;
            }
        }
        return to > start && noun ? new TokenRange(start, to) : null;
    }

    private static boolean isPossessive(Token t) {
        return t.surface().length() <= 5 && POSSESSIVES.contains(t.surface().toLowerCase(Locale.ROOT));
    }

    private static boolean isName(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!p.token(i).is("PROPN")) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean hasName(Passage p, TokenRange phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (p.token(i).is("PROPN")) {
                return true;
            }
        }
        return false;
    }

    static boolean isNoun(Token t) {
        return t.is("NOUN") || t.is("PROPN");
    }

    private static boolean isPart(Token t) {
        return isNoun(t)
                || t.is("DET")
                || t.is("ADJ")
                || t.is("NUM")
                || t.lemma().equals("'s")
                || isPossessive(t)
                || t.surface().equals("'");
    }

    private static boolean isQuotedWord(Token t) {
        return t.surface().equals("-") || t.surface().equals("/");
    }

    private static boolean isStep(Token t) {
        return t.is("ADV")
                || t.is("AUX")
                || t.lemma().equals("not")
                || t.lemma().equals("n't");
    }

    private static boolean isDash(Passage p, int i) {
        String s = p.token(i).surface();
        return s.equals("\u2014") || s.equals("\u2013") || s.equals("--");
    }
}
