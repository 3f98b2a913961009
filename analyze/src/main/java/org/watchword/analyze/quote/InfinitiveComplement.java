package org.watchword.analyze.quote;

import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;

/** What somebody means to do, or tells another to do: an infinitive after a verb. One per passage. */
final class InfinitiveComplement {

    private final Passage p;
    private final CueVerbs verbs;
    private final ClauseEnds ends;
    private final Subjects subjects;

    InfinitiveComplement(Passage passage, CueVerbs verbs, ClauseEnds ends, Subjects subjects) {
        p = passage;
        this.subjects = subjects;
        this.verbs = verbs;
        this.ends = ends;
    }

    @Nullable
    Complement of(VerbGroup cue, String lemma, int first, int cueEnd) {
        int plan = afterTime(first);
        if (verbs.is(WordClass.INFINITIVE, lemma) && isTo(plan)) {
            return new Complement(plan, ends.ofInfinitive(plan, cue), cueEnd, false);
        }
        if (!verbs.is(WordClass.CHARGE, lemma)) {
            return null;
        }
        TokenRange whom = NounPhrases.startingAt(p, first);
        if (whom == null
                || whom.to() >= p.size()
                || !verbs.is(WordClass.INFINITIVE, lemma) && !subjects.canSpeak(whom)) {
            // "Requires more boats to carry the sand": nothing is told what to do.
            return null;
        }
        int to = ends.skipAdverbs(whom.to());
        return isTo(to) ? new Complement(to, ends.ofInfinitive(to, cue), cueEnd, false) : null;
    }

    /** "On Friday", "last week": when it was said. */
    private int afterTime(int from) {
        int at = p.outside(from) && p.token(from).lemma().equals("on") ? from + 1 : from;
        if (at + 1 >= p.size() || !p.outside(at)) {
            return from;
        }
        if (NounPhrases.isTime(p, new TokenRange(at, at + 1))) {
            return at + 1;
        }
        return at == from
                        && p.outside(at + 1)
                        && p.token(at).lemma().equals("last")
                        && NounPhrases.isTime(p, new TokenRange(at, at + 2))
                ? at + 2
                : from;
    }

    /** A word after "to" that is no name, number or article is a verb, whatever its tag. */
    private boolean isTo(int i) {
        if (i + 1 >= p.size() || !p.outside(i) || !p.token(i).lemma().equals("to")) {
            return false;
        }
        Token t = p.token(i + 1);
        boolean lower = Character.isLowerCase(t.surface().codePointAt(0));
        return !p.outside(i + 1)
                || t.is("VERB")
                || t.is("AUX")
                || t.is("ADV")
                || lower && t.is("ADJ")
                || lower && t.is("NOUN") && t.surface().equals(t.lemma()) && opensObject(i + 2);
    }

    private boolean opensObject(int i) {
        return i < p.size()
                && p.outside(i)
                && (p.token(i).is("DET") || p.token(i).is("NUM") || p.token(i).is("PRON"));
    }
}
