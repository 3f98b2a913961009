package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** What a verb judges, names or characterises: its object. One per passage. */
final class ObjectComplement {

    /** Verbs that say what somebody is called without "as". */
    private static final Set<String> NAMES = Set.of("call", "brand", "label", "dub", "term");

    private final Passage p;
    private final CueVerbs verbs;
    private final ClauseEnds ends;

    ObjectComplement(Passage passage, CueVerbs verbs, ClauseEnds ends) {
        p = passage;
        this.verbs = verbs;
        this.ends = ends;
    }

    @Nullable
    Complement of(VerbGroup cue, String lemma, int first, int cueEnd) {
        boolean naming = verbs.is(WordClass.NAMING, lemma);
        if (!naming && !verbs.is(WordClass.OBJECT, lemma)) {
            return null;
        }
        if (p.outside(first)) {
            Token t = p.token(first);
            TokenRange phrase = NounPhrases.startingAt(p, first);
            boolean weekday = t.is("PROPN")
                    && NounPhrases.isTime(p, new TokenRange(first, first + 1))
                    && (phrase == null || !isOwner(phrase));
            if (phrase != null && (weekday || NounPhrases.isTime(p, phrase))) {
                return null;
            }
            boolean opens = phrase != null
                    || t.is("DET")
                    || t.is("ADJ")
                    || naming && lemma.equals("describe") && t.lemma().equals("as")
                    || NounPhrases.isPossessive(t);
            if (!opens) {
                return null;
            }
        }
        int to = naming ? characterisation(first, ends.ofObject(first, cue)) : ends.ofObject(first, cue);
        if (naming) {
            int quote = p.firstQuote(first);
            if (quote >= 0 && quote - first < 14 && quote < to) {
                to = Math.max(p.endOfQuote(quote), Math.min(to, joinedQuotes(quote, to)));
            } else if (!hasAs(first, to) && !(NAMES.contains(lemma) && isNamed(first, to))) {
                return verbs.is(WordClass.OBJECT, lemma) ? new Complement(first, to, cueEnd, false) : null;
            }
        }
        boolean pronoun = to == first + 1 && p.outside(first) && p.token(first).is("PRON");
        return to > first && !pronoun ? new Complement(first, to, cueEnd, false) : null;
    }

    /** "Described the plan as “…”", "called them, in an article last week, “…”": the words stand a little way off. */
    private int characterisation(int first, int end) {
        int quote = p.firstQuote(end);
        if (quote < 0 || quote - first >= 14 || p.hasVerb(end, quote)) {
            return end;
        }
        boolean as = p.token(end).lemma().equals("as") && quote - end <= 4;
        boolean aside =
                p.isMark(quote - 1, ",") && (p.isMark(end, ",") || p.token(end).is("ADP"));
        return as || aside ? p.endOfQuote(quote) : end;
    }

    /** A characterisation ends with its quotation, and with the next one where they are joined. */
    private int joinedQuotes(int quote, int end) {
        int to = p.endOfQuote(quote);
        for (int next = nextListed(to, end); next > 0; next = nextListed(to, end)) {
            to = p.endOfQuote(next);
        }
        to = alsoCalled(to, end);
        boolean goesOn = to < end
                && p.outside(to)
                && (p.token(to).is("ADP")
                        || NounPhrases.isNoun(p.token(to))
                        || p.token(to).lemma().equals("who"));
        return goesOn ? end : to;
    }

    /** The next quotation of a list, “rude,” a “bully” and “vain”: after a comma outside or inside the marks, or "and"; -1 for none. */
    private int nextListed(int to, int end) {
        int i = to;
        boolean linked = i > 1 && p.isMark(i - 2, ",") && !p.outside(i - 2);
        while (i < end
                && p.outside(i)
                && i - to < 2
                && (p.isMark(i, ",") || p.token(i).is("CCONJ"))) {
            linked = true;
            i++;
        }
        if (i < end && p.outside(i) && p.token(i).is("DET")) {
            i++;
        }
        return linked && i < end && !p.outside(i) ? i : -1;
    }

    /** "Called the ministers “thieves” and their supporters “fools”". */
    private int alsoCalled(int to, int end) {
        if (to + 2 >= end || !p.outside(to) || !p.token(to).is("CCONJ")) {
            return to;
        }
        TokenRange other = NounPhrases.startingAt(p, to + 1);
        return other != null && other.to() < end && !p.outside(other.to()) ? p.endOfQuote(other.to()) : to;
    }

    /** "Friday's test" is no time. */
    private boolean isOwner(TokenRange phrase) {
        return phrase.length() > 1 && p.token(phrase.from() + 1).lemma().equals("'s");
    }

    /** "Called the plan a gift", "called it reckless", and not "called an ambulance": whom, and what. */
    private boolean isNamed(int first, int to) {
        TokenRange whom = NounPhrases.startingAt(p, first);
        if (whom != null && namesSeveral(whom)) {
            return true;
        }
        if (whom == null || whom.to() >= to || !p.outside(whom.to())) {
            return false;
        }
        Token what = p.token(whom.to());
        return what.is("DET")
                || what.is("ADJ")
                || what.is("NOUN")
                || what.is("PROPN")
                || what.is("ADV")
                || what.is("VERB")
                || NounPhrases.isPossessive(what);
    }

    /** "Called the farmers thieves": two nouns, each of several, are whom and what. */
    private boolean namesSeveral(TokenRange phrase) {
        int last = phrase.to() - 1;
        return phrase.length() > 1
                && isPlural(p.token(last))
                && p.token(last).is("NOUN")
                && NounPhrases.isNoun(p.token(last - 1))
                && isPlural(p.token(last - 1));
    }

    private static boolean isPlural(Token noun) {
        String word = LowerCase.of(noun.surface());
        return word.endsWith("s") && !word.endsWith("ss") && !word.equals(LowerCase.of(noun.lemma()))
                || noun.is("PROPN") && word.endsWith("s");
    }

    private boolean hasAs(int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.outside(i) && p.token(i).lemma().equals("as")) {
                return true;
            }
        }
        return false;
    }
}
