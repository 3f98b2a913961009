package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;

/** Finds who does what a verb says. One per passage; looks back a bounded way. */
final class Subjects {

    private static final int LONGEST_APPOSITION = 40;
    private static final int LONGEST_COORDINATION = 60;
    private static final int DEEPEST = 6;
    private static final Set<String> ASIDES =
            Set.of("however", "meanwhile", "too", "then", "also", "instead", "therefore", "nevertheless");

    private static final Set<String> SAYING =
            Set.of("say", "tell", "claim", "state", "argue", "call", "declare", "admit");
    private static final Set<String> DATING = Set.of("this", "last", "next", "late", "early", "earlier");
    /** Before what somebody does who is told of in front of them; taggers call some of them conjunctions there. */
    private static final Set<String> GOVERNING =
            Set.of("of", "with", "for", "in", "from", "at", "on", "against", "behind");

    private static final Set<String> CLAUSAL = Set.of("after", "before", "since", "until", "as");
    private static final Set<String> OBJECTIVE = Set.of("him", "them", "me", "us", "himself", "herself", "themselves");

    private final Passage p;
    private final VerbGroups groups;
    private final Claims claims;
    private final PossibleSpeakers speakers;

    Subjects(Passage passage, VerbGroups groups, Claims claims, PossibleSpeakers speakers) {
        p = passage;
        this.groups = groups;
        this.claims = claims;
        this.speakers = speakers;
    }

    /** The subject of a group that stands before it; null when the words name none. */
    @Nullable
    TokenRange of(VerbGroup group) {
        return of(group, 0);
    }

    private @Nullable TokenRange of(VerbGroup group, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        int j = back(group.from() - 1);
        if (j < 0 || !p.outside(j)) {
            return group.finite() ? null : governing(group, depth);
        }
        if (!group.finite()) {
            return ofUnfinite(group, j, depth);
        }
        if (p.token(j).is("CCONJ") || p.isMark(j, ",") && j > 0 && groups.at(j - 1) != null && isListed(group)) {
            return shared(group, j, depth);
        }
        if (p.isMark(j, ",") || p.isDash(j)) {
            TokenRange aside = beforeAside(j);
            return aside == null ? shared(group, j, depth) : aside;
        }
        if (isRelative(j)) {
            return new TokenRange(j, j + 1);
        }
        TokenRange phrase = NounPhrases.endingAt(p, j);
        if (phrase == null && groups.at(j) != null) {
            return ofRelative(groups.at(j));
        }
        if (phrase != null && OBJECTIVE.contains(p.token(j).surface())) {
            return ofRelative(groups.before(j));
        }
        TokenRange subject = phrase == null ? null : speaking(head(phrase));
        return subject == null || tellsWhen(subject) ? null : subject;
    }

    /** Whether anybody may be meant by the words. */
    boolean canSpeak(TokenRange phrase) {
        return speakers.kind(p, phrase) != PossibleSpeakers.Kind.NOTHING;
    }

    /** "Engineers despite the storm": where nothing that the phrase names can speak, whom it hangs on with a preposition may. */
    private TokenRange speaking(TokenRange found) {
        TokenRange phrase = withoutTime(found);
        int before = phrase.from() - 1;
        if (before < 1 || !p.outside(before) || !p.token(before).is("ADP")) {
            return phrase;
        }
        TokenRange outer = NounPhrases.isNoun(p.token(before - 1)) ? NounPhrases.endingAt(p, before - 1) : null;
        return outer != null
                        && speakers.kind(p, phrase) == PossibleSpeakers.Kind.NOTHING
                        && speakers.kind(p, outer) != PossibleSpeakers.Kind.NOTHING
                ? outer
                : phrase;
    }

    /** "This week Oren", "Tuesday the council": words of time before the subject are none of it. */
    private TokenRange withoutTime(TokenRange phrase) {
        int from = phrase.from();
        boolean dated = phrase.length() > 2 && DATING.contains(p.token(from).lemma());
        int last = dated ? from + 1 : from;
        boolean subject = last + 1 < phrase.to()
                && (p.token(last + 1).is("PROPN") || p.token(last + 1).is("DET"));
        return subject && NounPhrases.isTime(p, new TokenRange(from, last + 1))
                ? new TokenRange(last + 1, phrase.to())
                : phrase;
    }

    /** "In late autumn", "published last week": nobody speaks there, whatever the verb before it says of whom. */
    private boolean tellsWhen(TokenRange phrase) {
        int before = phrase.from() - 1;
        return before >= 0
                && p.outside(before)
                && (p.token(before).is("ADP") || groups.at(before) != null)
                && NounPhrases.isTime(p, phrase);
    }

    private boolean isListed(VerbGroup group) {
        return group.from() > 1;
    }

    /** Adverbs, asides and words of time between subject and verb are stepped over. */
    private int back(int from) {
        int j = from;
        while (j >= 0 && p.outside(j)) {
            if (p.token(j).is("ADV")) {
                j--;
            } else if (p.isMark(j, ",")
                    && j > 1
                    && ASIDES.contains(p.token(j - 1).lemma())
                    && p.isMark(j - 2, ",")) {
                j -= 3;
            } else {
                TokenRange time = NounPhrases.isNoun(p.token(j)) ? NounPhrases.endingAt(p, j) : null;
                if (time == null || !NounPhrases.isTime(p, time) || time.from() == 0) {
                    return j;
                }
                int before = timeStart(time);
                if (before < 0) {
                    return j;
                }
                j = before;
            }
        }
        return j;
    }

    /** Token before the words of time, when it can end a subject; -1 when the words of time may be the subject. */
    private int timeStart(TokenRange time) {
        int to = time.to();
        int from = to - 1;
        while (from > time.from()
                && !p.token(from - 1).is("PROPN")
                && from - 1 >= time.from()
                && !isPossessiveMark(from - 1)) {
            from--;
        }
        int before = from - 1;
        if (before >= 0 && p.token(before).is("ADP")) {
            before--;
        }
        return before >= 0
                        && p.outside(before)
                        && (NounPhrases.isNoun(p.token(before))
                                || p.token(before).is("PRON")
                                || p.isMark(before, ",")
                                || p.isMark(before, ")"))
                ? before
                : -1;
    }

    private boolean isPossessiveMark(int i) {
        return p.token(i).lemma().equals("'s");
    }

    boolean isRelative(int i) {
        Token t = p.token(i);
        boolean form = t.lemma().equals("who")
                || t.lemma().equals("which")
                || t.lemma().equals("that") && !t.is("DET");
        return form
                && i > 0
                && p.outside(i - 1)
                && (NounPhrases.isNoun(p.token(i - 1))
                        || p.token(i - 1).is("PRON")
                        || p.isMark(i - 1, ",")
                        || p.isMark(i - 1, ")")
                        || p.isDash(i - 1));
    }

    /** "An official who asked not to be named said": what the clause that ends with this verb hangs on. */
    private @Nullable TokenRange ofRelative(@Nullable VerbGroup last) {
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
    private TokenRange head(TokenRange phrase) {
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

    private @Nullable TokenRange ofUnfinite(VerbGroup group, int j, int depth) {
        if (group.form() == VerbGroup.Form.ING && p.token(j).lemma().equals("as")) {
            return quotedBy(j, depth);
        }
        if (group.form() == VerbGroup.Form.ING && !p.isMark(j, ",")) {
            // "footage of Tesk saying", "with officials warning"
            TokenRange phrase = NounPhrases.endingAt(p, j);
            boolean held = phrase != null
                    && phrase.from() > 0
                    && (p.token(phrase.from() - 1).is("ADP")
                            || groups.before(phrase.from()) == null
                            || j > 0
                                    && p.token(j).is("PROPN")
                                    && p.token(phrase.from() - 1).is("NOUN"));
            TokenRange name = p.token(j).is("PROPN") ? nameAt(j) : null;
            if (name != null && name.from() > 0 && p.token(name.from() - 1).is("ADP")) {
                return name;
            }
            if (phrase != null && !NounPhrases.isTime(p, phrase) && (held || isFilm(phrase))) {
                return held && p.token(j).is("PROPN") ? nameAt(j) : phrase;
            }
        }
        return governing(group, depth);
    }

    /** "Quoted Oren as saying", "Oren was quoted as saying". */
    private @Nullable TokenRange quotedBy(int as, int depth) {
        VerbGroup verb = groups.before(as);
        if (verb == null || !p.outside(verb.head())) {
            return null;
        }
        return verb.passive() ? of(verb, depth + 1) : NounPhrases.startingAt(p, verb.to());
    }

    /** "…, who came late, adding": a participle after a comma belongs to the main clause. */
    private boolean isSubordinate(TokenRange subject) {
        if (isRelative(subject.from())) {
            return true;
        }
        int before = subject.from() - 1;
        return before >= 0
                && p.outside(before)
                && (p.token(before).is("SCONJ")
                        || p.token(before).lemma().equals("where")
                        || p.token(before).lemma().equals("when"));
    }

    private boolean isFilm(TokenRange phrase) {
        return phrase.to() - phrase.from() > 2 && p.token(phrase.from() + 1).is("ADP");
    }

    private TokenRange nameAt(int last) {
        int from = last;
        while (from > 0 && p.outside(from - 1) && p.token(from - 1).is("PROPN")) {
            from--;
        }
        return new TokenRange(from, last + 1);
    }

    /** The subject of the finite verb that a participle or infinitive hangs on. */
    private @Nullable TokenRange governing(VerbGroup group, int depth) {
        VerbGroup before = groups.before(group.from());
        boolean detached = group.form() == VerbGroup.Form.ING
                && group.from() > 0
                && (p.isMark(group.from() - 1, ",") || p.token(group.from() - 1).is("SCONJ"));
        TokenRange nearest = null;
        while (before != null && group.from() - before.head() < LONGEST_COORDINATION) {
            if (p.outside(before.head()) && before.finite() && !claims.endedBefore(before.head(), group.from())) {
                TokenRange told = detached && !opensPhrase(group.to()) ? inverted(before) : null;
                if (told != null) {
                    return told;
                }
                TokenRange subject = of(before, depth + 1);
                if (group.form() == VerbGroup.Form.INFINITIVE
                        && !SAYING.contains(p.token(group.head()).lemma())
                        && isExpletive(before, subject)) {
                    return null;
                }
                nearest = nearest == null ? subject : nearest;
                if (!detached || subject != null && !isSubordinate(subject)) {
                    return subject;
                }
            }
            before = groups.before(before.from());
        }
        if (nearest != null) {
            return nearest;
        }
        if (group.form() == VerbGroup.Form.ING && before == null) {
            // "Citing the minutes, Tesk rejected the claim."
            VerbGroup next = groups.firstIn(group.to(), Math.min(p.size(), group.to() + LONGEST_APPOSITION));
            while (next != null && (!next.finite() || !p.outside(next.head()))) {
                next = groups.firstIn(next.to(), Math.min(p.size(), group.to() + LONGEST_APPOSITION));
            }
            if (next != null) {
                TokenRange subject = of(next, depth + 1);
                return subject != null
                                && subject.from() > group.head()
                                && (p.isMark(subject.from() - 1, ",") || !p.outside(subject.from() - 1))
                        ? subject
                        : null;
            }
        }
        return null;
    }

    private boolean opensPhrase(int i) {
        return i >= p.size() || p.token(i).is("ADP");
    }

    /** ", said Oren, adding that …": who is named behind the verb that announced the words before; null when nobody is. */
    private @Nullable TokenRange inverted(VerbGroup verb) {
        boolean announced = claims.isNamed(verb.head()) && !claims.isContent(verb.head());
        TokenRange source = announced ? NounPhrases.startingAt(p, verb.to()) : null;
        return source != null && claims.isNamed(source.from()) ? source : null;
    }

    /** "It is unfair to think that …": nobody is said to think it; "it is no crime to say that …" is said by whoever writes it. */
    private boolean isExpletive(VerbGroup verb, @Nullable TokenRange subject) {
        return subject != null
                && p.token(subject.from()).lemma().equals("it")
                && p.token(verb.head()).lemma().equals("be");
    }

    /** "Laughed and said": joined verbs of one form share their subject. */
    private @Nullable TokenRange shared(VerbGroup group, int conjunction, int depth) {
        VerbGroup before = groups.before(conjunction);
        while (before != null && group.from() - before.head() < LONGEST_COORDINATION) {
            boolean said = claims.endedBefore(before.head(), group.from());
            if (p.outside(before.head())
                    && before.finite()
                    && !said
                    && (before.form() == group.form() || before.form() != VerbGroup.Form.MODAL)) {
                return of(before, depth + 1);
            }
            before = groups.before(before.from());
        }
        return null;
    }

    /** "Tesk, the minister of ports, said". */
    private @Nullable TokenRange beforeAside(int comma) {
        TokenRange best = null;
        for (int k = comma - 1; k > 0 && comma - k < LONGEST_APPOSITION; k--) {
            if (!p.outside(k)) {
                return best;
            }
            if ((p.isMark(k, ",") || p.isDash(k)) && p.outside(k - 1)) {
                TokenRange phrase = NounPhrases.endingAt(p, k - 1);
                if (phrase != null && !NounPhrases.hasName(p, phrase) && NounPhrases.isName(p, k + 1, comma)) {
                    // "The minister, Orlan Tesk, said": the apposition names whom the head only describes.
                    return new TokenRange(phrase.from(), comma);
                }
                boolean place = phrase != null
                        && phrase.from() > 0
                        && p.token(phrase.from() - 1).is("ADP");
                if (phrase != null && NounPhrases.hasName(p, phrase) && !place) {
                    return phrase;
                }
                best = best == null && !place ? phrase : best;
            }
        }
        return best;
    }
}
