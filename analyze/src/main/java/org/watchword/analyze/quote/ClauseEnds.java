package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds where the words that a cue announces end and the reporter goes on. One per passage. */
final class ClauseEnds {

    private static final Set<String> TURNS =
            Set.of("but", "although", "though", "while", "despite", "whereas", "according", "even");
    private static final Set<String> OBJECT_STOPS = Set.of(
            "after",
            "before",
            "when",
            "while",
            "as",
            "because",
            "since",
            "although",
            "though",
            "if",
            "during",
            "where");

    private static final int LONGEST_ASIDE = 30;

    private final Passage p;
    private final VerbGroups groups;
    private final CueVerbs verbs;

    ClauseEnds(Passage passage, VerbGroups groups, CueVerbs verbs) {
        p = passage;
        this.groups = groups;
        this.verbs = verbs;
    }

    /** One past the last token of the passage, its closing full stop left out. */
    int ofPassage(int from) {
        int i = p.size();
        while (i > from + 1 && p.outside(i - 1) && p.token(i - 1).is("PUNCT") && !p.isMark(i - 1, ")")) {
            i--;
        }
        return i;
    }

    /**
     * One past the last token of a clause.
     *
     * @param from its first token
     * @param cue the verb that announces it; null for a cue that is none
     */
    int ofClause(int from, @Nullable VerbGroup cue) {
        int end = ofPassage(from);
        int depth = 0;
        for (int i = from + 1; i < end; i++) {
            if (!p.outside(i)) {
                continue;
            }
            int resumed = p.isDash(i) ? afterAside(i, end) : -1;
            if (resumed > i) {
                i = resumed - 1;
                continue;
            }
            if (p.isMark(i, "(")) {
                depth++;
            } else if (p.isMark(i, ")")) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (depth == 0
                    && (isStop(i)
                            || p.isMark(i, ",") && turns(i + 1, end, cue)
                            || afterQuotedComma(i) && turns(i, end, cue)
                            || joins(i, end, cue, from))) {
                return i;
            }
        }
        return end;
    }

    /**
     * "Said the gate – built by Oren – was shut", "the mayor, who came late, was": where a verb goes on right behind an aside that begins
     * with a dash or a comma; -1 where none does.
     */
    int afterAside(int opening, int end) {
        boolean dash = p.isDash(opening);
        for (int i = opening + 1; i + 1 < end && i - opening < LONGEST_ASIDE; i++) {
            if (p.outside(i) && (dash ? p.isDash(i) : p.isMark(i, ",")) && isPredicated(i + 1)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether a finite verb stands at a token, or behind adverbs there. */
    boolean isPredicated(int from) {
        VerbGroup verb = from < p.size() ? groups.at(skipAdverbs(from)) : null;
        return verb != null && verb.finite();
    }

    /** "The council left": whether a subject and its verb stand at a token, or behind adverbs there. */
    boolean opensClause(int from, int end) {
        TokenRange subject = from < end ? NounPhrases.startingAt(p, skipAdverbs(from)) : null;
        VerbGroup verb = subject == null || subject.to() >= end ? null : groups.at(skipAdverbs(subject.to()));
        return verb != null && verb.finite() && verb.head() < end && p.outside(verb.head());
    }

    /** One past the last token of what somebody means to do: a subject and a verb of their own behind "and" are the reporter's. */
    int ofInfinitive(int from, @Nullable VerbGroup cue) {
        int end = ofClause(from, cue);
        for (int i = from + 1; i + 2 < end; i++) {
            VerbGroup inner = groups.at(i);
            if (inner != null && inner.finite()
                    || p.token(i).is("SCONJ")
                    || p.token(i).lemma().startsWith("wh")) {
                return end;
            }
            if (opensAnother(i, end)) {
                return i;
            }
        }
        return end;
    }

    /** "And the council left", "and here is my answer": a conjunction before a clause with a subject and a verb of its own. */
    private boolean opensAnother(int and, int end) {
        if (and + 2 >= end || !p.outside(and) || !p.token(and).is("CCONJ")) {
            return false;
        }
        int next = skipAdverbs(and + 1);
        next = next + 1 < end && p.isMark(next, ",") ? skipAdverbs(next + 1) : next;
        boolean inverted = next > and + 1 && next < end && p.token(next).is("AUX") && isPredicated(next);
        return inverted || opensClause(next, end);
    }

    /** One past the last token of a noun phrase that is what was said, with what hangs on it. */
    int ofObject(int from, @Nullable VerbGroup cue) {
        int end = ofClause(from, cue);
        boolean noun = false;
        for (int i = from; i < end; i++) {
            if (!p.outside(i)) {
                noun = true;
                continue;
            }
            Token t = p.token(i);
            noun |= NounPhrases.isNoun(t) || t.is("PRON");
            if (i > from
                    && noun
                    && (t.is("SCONJ") && !t.lemma().equals("that") && !governs(i - 1)
                            || OBJECT_STOPS.contains(t.lemma()) && !t.lemma().equals("as") && !governs(i - 1)
                            || p.isMark(i, ",") && (!lists(i, end) || opensAnother(i + 1, end)))) {
                return i;
            }
        }
        return end;
    }

    /** "Determine whether", "go after", "an example of when": what goes on belongs to the word before. */
    private boolean governs(int i) {
        return groups.at(i) != null || p.token(i).is("ADP");
    }

    private boolean lists(int comma, int end) {
        return comma + 1 < end
                && (p.token(comma + 1).lemma().equals("and")
                        || NounPhrases.isNoun(p.token(comma + 1))
                                && comma + 2 < end
                                && (p.isMark(comma + 2, ",")
                                        || p.token(comma + 2).lemma().equals("and")));
    }

    /** The comma of “…,” stands inside the marks. */
    private boolean afterQuotedComma(int i) {
        return i > 1 && !p.outside(i - 1) && !p.outside(i - 2) && p.isMark(i - 2, ",");
    }

    private boolean isStop(int i) {
        Token t = p.token(i);
        String s = t.surface();
        return s.equals(";") || s.equals(".") || s.equals("?") || s.equals("!") || p.isDash(i);
    }

    /** Whether the reporter takes over after a comma: ", adding that", ", but", ", he said". */
    private boolean turns(int i, int end, @Nullable VerbGroup cue) {
        if (i >= end || !p.outside(i)) {
            return false;
        }
        Token t = p.token(i);
        if (t.lemma().equals("but") && i + 1 < end && !p.outside(i + 1)) {
            return false;
        }
        if (TURNS.contains(t.lemma()) || t.surface().equals("according")) {
            return !t.lemma().equals("even")
                    || i + 1 < end && p.token(i + 1).lemma().equals("though");
        }
        if (i + 1 < end
                && (t.lemma().equals("then") && groups.at(i + 1) != null
                        || t.surface().equals("based") && p.token(i + 1).lemma().equals("on"))) {
            return true;
        }
        VerbGroup here = groups.at(i);
        if (here != null
                && here.from() == i
                && here.form() == VerbGroup.Form.ING
                && verbs.isCue(p.token(here.head()))) {
            return true;
        }
        if (t.is("CCONJ") && !p.token(Math.min(end - 1, i + 1)).lemma().equals("that")) {
            TokenRange subject = NounPhrases.startingAt(p, skipAdverbs(i + 1));
            VerbGroup verb = subject == null ? null : groups.at(skipAdverbs(subject.to()));
            return verb != null && verb.finite() && p.outside(verb.head()) && cue != null && verb.form() == cue.form();
        }
        return isAside(i, end);
    }

    /** ", he said," and ", the ministry said" at the end. */
    boolean isAside(int i, int end) {
        TokenRange subject = NounPhrases.startingAt(p, i);
        if (subject == null) {
            return false;
        }
        VerbGroup verb = groups.at(subject.to());
        return verb != null
                && verb.finite()
                && !verb.passive()
                && (verbs.isSpeech(p.token(verb.head()))
                        || verbs.is(WordClass.CLOSING, verbs.lemma(p.token(verb.head()))))
                && (verb.to() >= end || p.isMark(verb.to(), ","));
    }

    /** "Said he would go and promised to write": a verb in the form of the cue goes on with its subject. */
    private boolean joins(int i, int end, @Nullable VerbGroup cue, int from) {
        if (cue == null || !p.token(i).is("CCONJ") || i + 1 >= end) {
            return false;
        }
        int v = skipAdverbs(i + 1);
        VerbGroup verb = v < end ? groups.at(v) : null;
        if (verb != null && cue.form() == VerbGroup.Form.INFINITIVE) {
            return isNextInfinitive(verb, groups.firstIn(from, i));
        }
        if (verb == null
                || !p.outside(verb.head())
                || verb.form() != cue.form() && !isPerfect(verb, cue)
                || !verb.finite()
                || !agrees(verb, cue)) {
            return false;
        }
        if (verbs.isCue(p.token(verb.head()))) {
            return true;
        }
        VerbGroup own = groups.firstIn(from, i);
        return own == null || own.form() != verb.form();
    }

    /** "Has said … and pointed to". */
    private boolean isPerfect(VerbGroup verb, VerbGroup cue) {
        return cue.from() < cue.head()
                && p.token(cue.from()).lemma().equals("have")
                && verb.form() == VerbGroup.Form.PAST
                && verb.from() == verb.head();
    }

    /** "Went on to accuse them of lying and call for a vote": a second verb without "to", and none of that form in what was said. */
    private boolean isNextInfinitive(VerbGroup verb, @Nullable VerbGroup own) {
        Token head = p.token(verb.head());
        return p.outside(verb.head())
                && verb.from() == verb.head()
                && head.surface().equals(head.lemma())
                && (own == null || own.form() == VerbGroup.Form.ING || own.form() == VerbGroup.Form.PAST);
    }

    /** "Says … and state law": the verbs of one subject end alike. */
    private boolean agrees(VerbGroup verb, VerbGroup cue) {
        if (verb.form() != VerbGroup.Form.PRESENT || verb.from() < verb.head() || cue.from() < cue.head()) {
            return true;
        }
        return p.token(verb.head()).surface().endsWith("s")
                == p.token(cue.head()).surface().endsWith("s");
    }

    int skipAdverbs(int from) {
        int i = from;
        while (i < p.size() - 1 && p.outside(i) && p.token(i).is("ADV") && !Complements.asks(p.token(i))) {
            i++;
        }
        return i;
    }
}
