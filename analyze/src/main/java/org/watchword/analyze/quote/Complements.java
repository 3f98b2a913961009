package org.watchword.analyze.quote;

import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** Finds what a verb announces after it, by the first reading that its words allow. One per passage. */
final class Complements {

    /**
     * Words that a verb announces.
     *
     * @param cueEnd one past the last token of the cue, particle and preposition included
     * @param strong whether the words are a clause or a quotation, which no other reading explains
     */
    record Complement(int from, int to, int cueEnd, boolean strong) {}

    private final Passage p;
    private final CueVerbs verbs;
    private final ClauseEnds ends;
    private final QuotedComplement quotation;
    private final ClauseComplement clause;
    private final InfinitiveComplement infinitive;
    private final PrepositionalComplement prepositional;
    private final ObjectComplement object;

    Complements(Passage passage, VerbGroups groups, CueVerbs verbs, ClauseEnds ends, Subjects subjects) {
        p = passage;
        this.verbs = verbs;
        this.ends = ends;
        quotation = new QuotedComplement(passage, groups, verbs, ends);
        clause = new ClauseComplement(passage, groups, verbs, ends);
        infinitive = new InfinitiveComplement(passage, verbs, ends, subjects);
        prepositional = new PrepositionalComplement(passage, verbs, ends);
        object = new ObjectComplement(passage, verbs, ends);
    }

    /** What the verb announces after it; null when it announces nothing there. */
    @Nullable
    Complement of(VerbGroup cue) {
        String lemma = verbs.lemma(p.token(cue.head()));
        int i = cue.to();
        boolean phrasal = i < p.size() && p.outside(i) && verbs.isPhrasal(lemma, p.token(i));
        boolean speech = verbs.is(WordClass.SPEECH, lemma) || phrasal;
        boolean clausal = speech || verbs.is(WordClass.CLAUSE, lemma);
        int cueEnd = phrasal ? i + 1 : i;
        int first = p.size() > cueEnd && p.outside(cueEnd) ? ends.skipAdverbs(cueEnd) : cueEnd;
        if (first + 1 < p.size() && p.isMark(first, ";") && p.outside(first) && !p.outside(first + 1)) {
            // "He added; “…”"
            first++;
        }
        if (first >= p.size() || p.outside(first) && p.isEnd(first)) {
            return null;
        }
        Complement found = quotation.of(cue, first, cueEnd, speech, lemma);
        if (found == null && clausal) {
            found = clause.of(cue, first, cueEnd, speech);
        }
        if (found == null && p.outside(first)) {
            found = infinitive.of(cue, lemma, first, cueEnd);
        }
        if (found == null && p.outside(first)) {
            found = prepositional.of(cue, lemma, first);
        }
        if (found == null) {
            found = object.of(cue, lemma, first, cueEnd);
        }
        return found;
    }

    /** "How many", "why": an adverb that opens a clause. */
    static boolean asks(Token token) {
        String word = LowerCase.of(token.surface());
        return word.equals("how") || word.equals("why") || word.equals("where") || word.equals("when");
    }
}
