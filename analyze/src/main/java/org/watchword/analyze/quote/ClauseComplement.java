package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;

/** A clause that a verb announces, with "that", a question word, a colon or nothing before it. One per passage. */
final class ClauseComplement {

    private static final int LONGEST_LEAD_IN = 20;
    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "how", "why", "what", "who", "where", "which", "when");
    private static final Set<String> ASKING = Set.of("ask", "question", "wonder", "inquire", "enquire", "quiz");
    /** What these announce is a clause, whatever the tagger takes its verb for. */
    private static final Set<String> SAYING = Set.of("say", "insist", "argue", "contend");

    private static final Set<String> REMEMBERING = Set.of("remember", "forget", "imagine", "see");
    private static final Set<String> NOMINATIVE = Set.of("he", "she", "they", "we", "i");

    private static final Set<String> TIMES = Set.of("before", "after", "when", "while", "as", "once", "until", "since");

    private final Passage p;
    private final VerbGroups groups;
    private final CueVerbs verbs;
    private final ClauseEnds ends;

    ClauseComplement(Passage passage, VerbGroups groups, CueVerbs verbs, ClauseEnds ends) {
        p = passage;
        this.verbs = verbs;
        this.groups = groups;
        this.ends = ends;
    }

    @Nullable
    Complement of(VerbGroup cue, int first, int cueEnd, boolean speech) {
        int i = first;
        int limit = Math.min(p.size(), first + LONGEST_LEAD_IN);
        // An addressee or words of time: "told the council on Monday that".
        while (i < limit && p.outside(i)) {
            Token t = p.token(i);
            boolean that = t.lemma().equals("that");
            if (that && i > 0 && p.token(i - 1).lemma().equals("so")) {
                // "So that": what for, and not what was said.
                return null;
            }
            boolean conditional = t.lemma().equals("if")
                    && i > first
                    && !ASKING.contains(p.token(cue.head()).lemma());
            boolean asks = QUESTIONS.contains(t.lemma())
                    && (t.is("SCONJ")
                            || i == first
                            || i > first
                                    && speech
                                    && !t.lemma().equals("who")
                                    && !t.lemma().equals("which"));
            if ((that && (!t.is("DET") || i > first && isToldWith(i))
                            || asks && !conditional && !(i > first && TIMES.contains(t.lemma())))
                    && (p.hasVerb(i, Math.min(p.size(), i + 40)) || that && isThatQuoted(i))) {
                if (that && (isPronounOnly(i) || i == first && !speech && isModal(i + 1))) {
                    return null;
                }
                if (that && i > first && tellsOfNoun(cue, first, i)) {
                    return withoutThat(cue, first, cueEnd, speech);
                }
                if (TIMES.contains(t.lemma()) && i == first && (!t.lemma().equals("when") || isRemembered(cue))) {
                    return null;
                }
                return new Complement(i, ends.ofClause(i, cue), cueEnd, true);
            }
            if (t.is("VERB") || t.is("AUX") || p.isEnd(i) || p.isMark(i, ":")) {
                break;
            }
            i++;
        }
        if (p.isMark(first, ":")) {
            int after = first + 1;
            return after < p.size()
                            && p.hasVerb(after, p.size())
                            && !p.token(cue.head()).lemma().equals("know")
                    ? new Complement(after, ends.ofPassage(after), cueEnd, true)
                    : null;
        }
        return bare(cue, first, cueEnd, speech);
    }

    /** "A show that can be seen": of what is tagged as a verb. */
    private boolean isModal(int i) {
        VerbGroup verb = groups.at(i);
        return verb != null && verb.form() == VerbGroup.Form.MODAL;
    }

    /** "Remember when the bridge swung": what is called to mind, and not said; "said when he left": when it was said. */
    private boolean isRemembered(VerbGroup cue) {
        String lemma = verbs.lemma(p.token(cue.head()));
        return SAYING.contains(lemma) || REMEMBERING.contains(lemma);
    }

    /** "Told us that hunger, not cold, was …": taggers take this "that" for an article; a subject and its verb follow it. */
    private boolean isToldWith(int that) {
        TokenRange subject = PhraseHeads.isAddressed(p.token(that - 1)) ? NounPhrases.startingAt(p, that + 1) : null;
        if (subject == null) {
            return false;
        }
        int at = ends.skipAdverbs(subject.to());
        return at < p.size() && p.isMark(at, ",") ? ends.afterAside(at, p.size()) > 0 : ends.isPredicated(at);
    }

    /** "That honesty “breaks down walls”": in a piece of a sentence between marks the verb may be tagged as something else. */
    private boolean isThatQuoted(int that) {
        TokenRange subject = NounPhrases.startingAt(p, that + 1);
        return subject != null && subject.to() < p.size() && !p.outside(subject.to());
    }

    /**
     * "Requires a licence for boats that carry sand": only a verb that takes an addressee has a noun between itself and what was said, and
     * a clause whose verb comes right behind "that" tells of the noun before.
     */
    private boolean tellsOfNoun(VerbGroup cue, int first, int that) {
        if (PhraseHeads.isAddressed(p.token(that - 1))) {
            return false;
        }
        if (groups.at(that + 1) != null && !NounPhrases.isTime(p, new TokenRange(that - 1, that))) {
            return true;
        }
        TokenRange phrase = verbs.is(WordClass.ADDRESSING, verbs.lemma(p.token(cue.head())))
                ? null
                : NounPhrases.startingAt(p, first);
        return phrase != null
                && !NounPhrases.isTime(p, phrase)
                && !p.token(first).is("PRON");
    }

    /** "Says the man that sells boats left": a clause that no "that" opens, for the one there tells of a noun in it. */
    private @Nullable Complement withoutThat(VerbGroup cue, int first, int cueEnd, boolean speech) {
        Complement bare = bare(cue, first, cueEnd, speech);
        boolean clause = bare == null && cue.finite() && SAYING.contains(verbs.lemma(p.token(cue.head())));
        return clause ? new Complement(first, ends.ofClause(first, cue), cueEnd, true) : bare;
    }

    private boolean isPronounOnly(int that) {
        if (that + 2 < p.size() && p.isMark(that + 1, ",") && !p.outside(that + 2)) {
            return false;
        }
        return that + 1 >= p.size() || p.outside(that + 1) && p.token(that + 1).is("PUNCT");
    }

    /** "Asked for a boat for her sister who …", "answers from ships whose …": a clause that tells of a noun is not what was said. */
    private boolean isRelative(int i, int first) {
        String lemma = p.token(i).lemma();
        if (!lemma.equals("who") && !lemma.equals("whose")) {
            return false;
        }
        boolean hangs = false;
        for (int k = first; k < i; k++) {
            hangs |= p.token(k).is("ADP");
        }
        return hangs || lemma.equals("whose");
    }

    /** A clause without "that": a subject and a finite verb after it. */
    private @Nullable Complement bare(VerbGroup cue, int first, int cueEnd, boolean speech) {
        int from = first;
        for (int round = 0; round < 3; round++) {
            int at = ends.skipAdverbs(from);
            if (from > first && at < p.size() && isRelative(at, first)) {
                return null;
            }
            TokenRange subject = at < p.size() ? NounPhrases.startingAt(p, at) : null;
            if (subject != null) {
                int after = ends.skipAdverbs(subject.to());
                VerbGroup verb = groups.at(after);
                if (after + 1 < p.size() && p.token(after).lemma().equals("'s") && !p.outside(after + 1)) {
                    after++;
                }
                boolean time = NounPhrases.isTime(p, subject);
                if (verb == null && speech && !isObject(subject)) {
                    verb = ofJoined(after);
                }
                if (verb != null && verb.finite() && verb.from() >= subject.to() && !isSeen(cue, verb)) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, true);
                }
                if (!time && after < p.size() && !p.outside(after) && isPredicate(subject, after)) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, true);
                }
                if (!time && (speech || cue.finite()) && hasRelative(subject, after)) {
                    return new Complement(from, ends.ofClause(from, cue), cueEnd, false);
                }
                if (round == 0 && (time || speech) && !isAbout(subject)) {
                    // "said Tuesday the road was closed", "told reporters the road was closed"
                    from = subject.to();
                    continue;
                }
                return null;
            }
            if (at < p.size() && p.token(at).is("ADP") && speech && round < 2) {
                TokenRange inner = NounPhrases.startingAt(p, at + 1);
                if (inner == null
                        || p.token(at).lemma().equals("about")
                        || p.token(at).lemma().equals("of")) {
                    return null;
                }
                from = inner.to();
                if (from < p.size() && p.isMark(from, ",")) {
                    from++;
                    if (ends.isAside(from, p.size() - 1)) {
                        return null;
                    }
                }
                continue;
            }
            return null;
        }
        return null;
    }

    /** "Told the council about losses she had": what they were about is not told in a clause. */
    private boolean isAbout(TokenRange phrase) {
        for (int i = phrase.from() + 1; i < phrase.to(); i++) {
            if (p.token(i).lemma().equals("about")) {
                return true;
            }
        }
        return false;
    }

    /** "Said it and I say it": a pronoun that is what was said. */
    private boolean isObject(TokenRange subject) {
        Token t = p.token(subject.from());
        return t.is("PRON") && subject.length() == 1 && !NOMINATIVE.contains(t.lemma());
    }

    /** "The police and the firemen would stay": the verb of a subject that a second noun is joined to; null when there is none. */
    private @Nullable VerbGroup ofJoined(int and) {
        if (and + 1 >= p.size() || !p.outside(and) || !p.token(and).lemma().equals("and")) {
            return null;
        }
        TokenRange second = NounPhrases.startingAt(p, and + 1);
        return second == null ? null : groups.at(ends.skipAdverbs(second.to()));
    }

    /** "Found the child wrapped in a coat", "saw the boats sink": what was seen, with a form that is no past tense of it. */
    private boolean isSeen(VerbGroup cue, VerbGroup verb) {
        String lemma = verbs.lemma(p.token(cue.head()));
        boolean alone = verb.from() == verb.head() && !p.token(verb.head()).is("AUX");
        return verbs.is(WordClass.FINDING, lemma)
                && !p.token(cue.to()).lemma().equals("that")
                && alone
                && (verb.form() == VerbGroup.Form.PAST
                        || p.token(verb.head())
                                .surface()
                                .equals(p.token(verb.head()).lemma()))
                && !p.token(verb.from() - 1).is("PRON");
    }

    /** "Says fraud “would be a shame”", "says Oren's “latest speech is a shame”": the quotation holds the verb. */
    private boolean isPredicate(TokenRange subject, int quote) {
        int end = p.endOfQuote(quote);
        VerbGroup verb = groups.firstIn(quote, end);
        if (verb == null || !verb.finite()) {
            return false;
        }
        Token last = p.token(subject.to() - 1);
        boolean owner = subject.to() < quote || last.lemma().equals("'s");
        return owner || verb.from() <= quote + 2;
    }

    /** Said the port, “which my father built,” would close. */
    private boolean goesOn(int close) {
        VerbGroup verb = close < p.size() ? groups.at(close) : null;
        return verb != null && verb.finite();
    }

    /** "said the man who shot him was drunk", "said the words “…” lump" */
    private boolean hasRelative(TokenRange subject, int after) {
        if (after >= p.size()) {
            return false;
        }
        if (!p.outside(after)) {
            return goesOn(p.endOfQuote(after));
        }
        String lemma = p.token(after).lemma();
        boolean opens = lemma.equals("who")
                || lemma.equals("which")
                || lemma.equals("that")
                || p.isMark(after, ",")
                || p.isMark(after, "(");
        if (!opens) {
            return false;
        }
        if (p.isMark(after, ",")
                && p.outside(after + 1 < p.size() ? after + 1 : after)
                && ends.afterAside(after, p.size()) < 0) {
            return false;
        }
        boolean quotedAside = p.isMark(after, ",")
                && after + 1 < p.size()
                && !p.outside(after + 1)
                && goesOn(p.endOfQuote(after + 1));
        int finite = quotedAside ? 1 : 0;
        for (VerbGroup g = groups.firstIn(after, Math.min(p.size(), after + 40));
                g != null && finite < 2;
                g = groups.firstIn(g.to(), Math.min(p.size(), after + 40))) {
            finite += g.finite() && p.outside(g.head()) ? 1 : 0;
        }
        return finite >= (p.isMark(after, "(") ? 1 : 2);
    }
}
