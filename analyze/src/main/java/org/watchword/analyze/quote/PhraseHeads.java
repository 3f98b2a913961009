package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds what a phrase hangs on: whom a clause, a participle, an adjective or a preposition that stands before it tells more of. One per passage. */
final class PhraseHeads {

    /** Before what somebody does who is told of in front of them; taggers call some of them conjunctions there. */
    private static final Set<String> GOVERNING =
            Set.of("of", "with", "for", "in", "from", "at", "on", "against", "behind");

    /** "Told us that fear kills": behind these the clause tells what was said, and not of whom. */
    private static final Set<String> ADDRESSED = Set.of("me", "us", "him", "her", "them", "you");

    private static final Set<String> CLAUSAL = Set.of("after", "before", "since", "until", "as");

    private final Passage p;
    private final VerbGroups groups;
    private final PossibleSpeakers speakers;

    PhraseHeads(Passage passage, VerbGroups groups, PossibleSpeakers speakers) {
        p = passage;
        this.groups = groups;
        this.speakers = speakers;
    }

    boolean isRelative(int i) {
        Token t = p.token(i);
        boolean form = t.lemma().equals("who")
                || t.lemma().equals("which")
                || t.lemma().equals("that") && !t.is("DET");
        return form
                && i > 0
                && !(t.lemma().equals("that") && isAddressed(p.token(i - 1)))
                && p.outside(i - 1)
                && (NounPhrases.isNoun(p.token(i - 1))
                        || p.token(i - 1).is("PRON")
                        || p.isMark(i - 1, ",")
                        || p.isMark(i - 1, ")")
                        || p.isDash(i - 1));
    }

    static boolean isAddressed(Token token) {
        return token.is("PRON") && ADDRESSED.contains(token.surface());
    }

    /** "An official who asked not to be named said": what the clause that ends with this verb hangs on. */
    @Nullable
    TokenRange ofRelative(@Nullable VerbGroup last) {
        VerbGroup verb = last;
        for (int round = 0; verb != null && verb.from() > 0 && round < 3; round++) {
            if (isRelative(verb.from() - 1) && p.token(verb.from() - 1).lemma().equals("who")) {
                return antecedent(verb.from() - 1);
            }
            VerbGroup before = groups.before(verb.from());
            verb = before != null && verb.from() - before.head() <= 3 ? before : null;
        }
        return null;
    }

    /** What a relative pronoun stands for. */
    @Nullable
    TokenRange antecedent(int relative) {
        int j = relative - 1;
        if (j >= 0 && p.outside(j) && (p.isMark(j, ",") || p.isDash(j))) {
            j--;
        }
        TokenRange phrase = NounPhrases.endingAt(p, j);
        if (phrase == null) {
            return null;
        }
        TokenRange near =
                speakers.antecedent(p, phrase, p.token(relative).lemma().equals("who"));
        return near == null ? head(phrase) : near;
    }

    /** The head of "a poll released in late August": a participle or a relative clause and what hangs on it are not the subject. */
    TokenRange head(TokenRange phrase) {
        TokenRange found = phrase;
        for (int round = 0; round < 3; round++) {
            TokenRange outer = governor(found);
            if (outer == null || p.token(outer.to() - 1).is("PRON") && !isThose(outer.from())) {
                return found;
            }
            found = outer;
        }
        return found;
    }

    /** What the verb that a phrase hangs on, with a preposition or as words of time, says something of; null when it hangs on none. */
    private @Nullable TokenRange governor(TokenRange phrase) {
        int j = phrase.from() - 1;
        if (j < 1 || !p.outside(j)) {
            return null;
        }
        boolean object = false;
        if (p.token(j).is("ADP")) {
            // "Said after Oren had promised": a new clause begins there.
            if (CLAUSAL.contains(p.token(j).lemma()) && NounPhrases.hasName(p, phrase)) {
                return null;
            }
            j--;
        } else if (!NounPhrases.isTime(p, phrase)) {
            object = true;
        }
        while (j > 0 && p.outside(j) && p.token(j).is("ADV")) {
            j--;
        }
        if (!object && (p.token(j).is("ADJ") || p.token(j).surface().equals("close"))) {
            return described(j);
        }
        VerbGroup verb = groups.at(j);
        if (verb == null || verb.from() == 0) {
            return null;
        }
        if (object && verb.form() == VerbGroup.Form.ING && isOpening(verb.from() - 1)) {
            return doer(verb.from() - 2);
        }
        if (isRelative(verb.from() - 1)) {
            return antecedent(verb.from() - 1);
        }
        if (object) {
            return null;
        }
        return isParticiple(verb) ? NounPhrases.endingAt(p, verb.from() - 1) : null;
    }

    /** "People close to Oren", "those loyal to Oren": whom an adjective behind them describes. */
    private @Nullable TokenRange described(int adjective) {
        int j = adjective - 1;
        while (j > 0 && p.outside(j) && p.token(j).is("ADV")) {
            j--;
        }
        if (j < 0 || !p.outside(j)) {
            return null;
        }
        if (isThose(j)) {
            return new TokenRange(j, j + 1);
        }
        return NounPhrases.isNoun(p.token(j)) ? NounPhrases.endingAt(p, j) : null;
    }

    private boolean isThose(int i) {
        return p.token(i).surface().equalsIgnoreCase("those");
    }

    private boolean isOpening(int i) {
        return i > 0 && p.outside(i) && GOVERNING.contains(p.token(i).lemma()) && p.outside(i - 1);
    }

    private boolean isParticiple(VerbGroup verb) {
        return verb.from() == verb.head()
                && (verb.form() != VerbGroup.Form.PRESENT
                        || p.token(verb.head()).surface().endsWith("ed"));
    }

    /** "A man accused of attacking Oren", "officials in charge of clearing the road": on whom a preposition and what is done hang. */
    private @Nullable TokenRange doer(int before) {
        if (p.token(before).is("ADJ")) {
            return described(before);
        }
        VerbGroup verb = groups.at(before);
        if (verb != null) {
            return isParticiple(verb) && verb.from() > 0 ? NounPhrases.endingAt(p, verb.from() - 1) : null;
        }
        return NounPhrases.isNoun(p.token(before)) ? NounPhrases.endingAt(p, before) : null;
    }
}
