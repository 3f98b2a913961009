package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.Complements.Complement;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/**
 * Tells verbs of speech and thought in their plain meaning, and words that somebody did not say, by what stands around the verb. What
 * stands between marks is somebody's words all the same. One per passage.
 */
final class PlainVerbs {

    /** Behind a person, what he is judged, helped or fought for: "attacked Oren over the toll". */
    private static final Set<String> GROUNDS = Set.of("for", "over", "as", "about", "because");

    private static final int LONGEST_SUBJECT = 8;

    private static final int FARTHEST = 60;

    private final Passage p;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final Subjects subjects;
    private final ClauseEnds ends;

    PlainVerbs(Passage passage, CueVerbs verbs, VerbGroups groups, Subjects subjects, ClauseEnds ends) {
        p = passage;
        this.ends = ends;
        this.verbs = verbs;
        this.groups = groups;
        this.subjects = subjects;
    }

    /** "Let the headline read what it will: …": a concession of the writer's, and what follows is his own. */
    boolean isLet(VerbGroup cue) {
        Token head = p.token(cue.head());
        if (cue.from() != cue.head() || !head.surface().equals(head.lemma())) {
            return false;
        }
        for (int i = cue.head() - 1; i >= 0 && cue.head() - i <= LONGEST_SUBJECT && p.outside(i); i--) {
            Token t = p.token(i);
            if (t.surface().equalsIgnoreCase("let")) {
                boolean opens =
                        i == 0 || p.token(i - 1).is("PUNCT") || p.token(i - 1).is("CCONJ");
                return opens && i < cue.head() - 1;
            }
            if (t.is("VERB") || t.is("AUX") || t.is("PUNCT")) {
                return false;
            }
        }
        return false;
    }

    /** Whether what seems announced was not said, or is whom or what the verb acts upon. */
    boolean isUnsaid(VerbGroup cue, @Nullable TokenRange source, Complement words, boolean speech) {
        if (isQuoted(words)) {
            return false;
        }
        String lemma = verbs.lemma(p.token(cue.head()));
        boolean told = speech || verbs.is(WordClass.SHOWING, lemma);
        if (words.strong() && (told && isNegated(cue) || isUndone(cue) || source != null && isNobody(source))) {
            return true;
        }
        if (!speech && verbs.is(WordClass.FINDING, lemma) && isPurpose(cue)) {
            return true;
        }
        if (source != null && isNobodyInParticular(cue, source, words, lemma, speech)) {
            return true;
        }
        if (lemma.equals("mention") && isNegated(cue)
                || lemma.equals("require") && cue.form() == VerbGroup.Form.MODAL) {
            // "Not to mention its towers", "would require the council to act".
            return true;
        }
        if (verbs.is(WordClass.SHOWING, lemma) && isShownByFacts(cue)) {
            return true;
        }
        return !words.strong() && (isSomebody(cue, words) || isCharged(cue));
    }

    /** "No one said that", "nothing indicates that", "not everyone finds that". */
    private boolean isNobody(TokenRange source) {
        Token first = p.token(source.from());
        return verbs.is(WordClass.NOBODY, LowerCase.of(first.surface()))
                || source.from() > 0 && p.token(source.from() - 1).surface().equalsIgnoreCase("not");
    }

    /** "Anyone wishing to leave", "one might expect", "if someone wanted to leave", "if the voters think that": whoever there may be. */
    private boolean isNobodyInParticular(
            VerbGroup cue, TokenRange source, Complement words, String lemma, boolean speech) {
        String word = p.token(source.from()).surface();
        boolean one = source.length() == 1 && word.equals("one");
        boolean any = LowerCase.of(word).startsWith("any") || LowerCase.of(word).startsWith("every");
        boolean supposed =
                source.from() > 0 && p.token(source.from() - 1).surface().equalsIgnoreCase("if");
        boolean it = source.length() == 1 && word.equalsIgnoreCase("it");
        return one && (cue.form() == VerbGroup.Form.MODAL || cue.finite() && !speech)
                || any && cue.form() == VerbGroup.Form.ING && source.to() == cue.from()
                || supposed && !speech
                || it && verbs.is(WordClass.ACTING, lemma) && cue.finite() && !speech && !words.strong();
    }

    /** "Lowered a rope to learn how deep it was": behind a noun and before nothing that was said. */
    private boolean isPurpose(VerbGroup cue) {
        int before = cue.from() - 1;
        if (cue.form() != VerbGroup.Form.INFINITIVE || before < 0 || !p.outside(before)) {
            return false;
        }
        VerbGroup made = groups.at(before);
        return NounPhrases.isNoun(p.token(before))
                || p.token(before).is("PUNCT")
                || made != null && made.passive() && !verbs.isCue(p.token(made.head()));
    }

    /** "The river rose by a metre, showing that …": behind a comma and a clause in which nobody says anything. */
    private boolean isShownByFacts(VerbGroup cue) {
        int comma = cue.from() - 1;
        if (cue.form() != VerbGroup.Form.ING || comma < 1 || !p.outside(comma) || !p.isMark(comma, ",")) {
            return false;
        }
        for (VerbGroup g = groups.before(comma);
                g != null && comma - g.head() < FARTHEST;
                g = groups.before(g.from())) {
            if (verbs.isCue(p.token(g.head()))) {
                return false;
            }
        }
        return true;
    }

    /** One past the last word that is the source's. */
    int end(TokenRange source, Complement words) {
        return Math.min(beforeMainVerb(source, words), beforeMainClause(source, words));
    }

    /** "While Oren said the gate was shut, the council left": up to the comma before the clause that the first one hangs on. */
    private int beforeMainClause(TokenRange source, Complement words) {
        int opener = source.from() - 1;
        boolean subordinate = opener >= 0
                && p.outside(opener)
                && verbs.is(
                        WordClass.SUBORDINATING, LowerCase.of(p.token(opener).surface()))
                && (opener == 0
                        || p.token(opener - 1).is("PUNCT")
                        || p.token(opener - 1).is("CCONJ")
                        || p.token(opener - 1).lemma().equals("even"));
        if (!subordinate) {
            return words.to();
        }
        for (int i = words.from() + 1; i + 1 < words.to(); i++) {
            if (p.outside(i) && p.isMark(i, ",") && p.outside(i + 1) && ends.opensClause(i + 1, words.to())) {
                return i;
            }
        }
        return words.to();
    }

    /** "Those who believe the gate is shut are wrong": of a relative clause, up to the verb of the clause around it. */
    private int beforeMainVerb(TokenRange source, Complement words) {
        VerbGroup own = subjects.heads().isRelative(source.from()) ? groups.firstIn(words.from(), words.to()) : null;
        if (own == null) {
            return words.to();
        }
        VerbGroup main = groups.firstIn(own.to(), words.to());
        if (main == null || !main.finite() || main.from() == own.to() || !p.outside(main.from())) {
            return words.to();
        }
        Token before = p.token(main.from() - 1);
        boolean subject = NounPhrases.isNoun(before)
                || before.is("PRON")
                || before.is("CCONJ")
                || before.is("SCONJ")
                || before.is("PUNCT");
        return subject ? words.to() : main.from();
    }

    private boolean isQuoted(Complement words) {
        for (int i = words.from(); i < words.to(); i++) {
            if (!p.outside(i)) {
                return true;
            }
        }
        return false;
    }

    /** "Would not say whether", "never claimed that". */
    private boolean isNegated(VerbGroup cue) {
        int from = cue.from();
        while (from > 0 && p.outside(from - 1) && p.token(from - 1).is("ADV")) {
            from--;
        }
        for (int i = from; i < cue.head(); i++) {
            String lemma = p.token(i).lemma();
            if (lemma.endsWith("not") || lemma.equals("never") || lemma.equals("n't")) {
                return true;
            }
        }
        return false;
    }

    /** "If they fail to tell the council that …". */
    private boolean isUndone(VerbGroup cue) {
        VerbGroup before = cue.form() == VerbGroup.Form.INFINITIVE || cue.form() == VerbGroup.Form.ING
                ? groups.before(cue.from())
                : null;
        return before != null
                && before.to() == cue.from()
                && verbs.is(WordClass.UNDONE, p.token(before.head()).lemma());
    }

    /** "Attacked the governor", "supports Oren": a person, a body or a place with nothing more is whom the verb is about. */
    private boolean isSomebody(VerbGroup cue, Complement words) {
        String lemma = verbs.lemma(p.token(cue.head()));
        if (!verbs.is(WordClass.NAMING, lemma) && !verbs.is(WordClass.ACTING, lemma) || words.cueEnd() != cue.to()) {
            return false;
        }
        for (int i = words.from(); i < words.to(); i++) {
            if (GROUNDS.contains(p.token(i).lemma())
                    || p.token(i).is("VERB")
                    || p.token(i).is("PART")) {
                return false;
            }
        }
        TokenRange whom = NounPhrases.startingAt(p, words.from());
        return whom != null && (whom.to() >= words.to() || p.token(whom.to()).is("ADP")) && subjects.isPerson(whom);
    }

    /** "A man accused of attacking the plan", "charged with threatening …": what somebody is charged with, he is not said to say. */
    private boolean isCharged(VerbGroup cue) {
        int before = cue.from() - 1;
        if (cue.form() != VerbGroup.Form.ING || before < 1 || !p.outside(before)) {
            return false;
        }
        String preposition = p.token(before).lemma();
        VerbGroup verb = groups.at(before - 1);
        return (preposition.equals("of") || preposition.equals("with") || preposition.equals("for"))
                && verb != null
                && (verb.passive() || verb.form() == VerbGroup.Form.PAST && verb.from() == verb.head());
    }
}
