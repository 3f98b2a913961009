package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** Finds who does what a verb says. One per passage; looks back a bounded way. */
final class Subjects {

    private static final int LONGEST_APPOSITION = 40;
    private static final int LONGEST_COORDINATION = 60;
    private static final int DEEPEST = 6;

    private static final Set<String> SAYING =
            Set.of("say", "tell", "claim", "state", "argue", "call", "declare", "admit");

    /** Behind a name they only stress it: "Oren himself said". */
    private static final Set<String> REFLEXIVE = Set.of("himself", "herself", "themselves", "itself");

    private static final Set<String> OBJECTIVE = Set.of("him", "them", "me", "us", "himself", "herself", "themselves");

    private final Passage p;
    private final CueVerbs verbs;
    private final VerbGroups groups;
    private final Claims claims;
    private final PossibleSpeakers speakers;
    private final Adverbials adverbials;
    private final PhraseHeads heads;

    Subjects(Passage passage, CueVerbs verbs, VerbGroups groups, Claims claims, PossibleSpeakers speakers) {
        p = passage;
        this.verbs = verbs;
        this.groups = groups;
        this.claims = claims;
        this.speakers = speakers;
        adverbials = new Adverbials(passage, groups);
        heads = new PhraseHeads(passage, groups, speakers);
    }

    /** What tells whom a phrase hangs on. */
    PhraseHeads heads() {
        return heads;
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
        int j = adverbials.back(group.from() - 1);
        if (j < 0 || !p.outside(j)) {
            return group.finite() ? null : governing(group, depth);
        }
        if (!group.finite()) {
            return ofUnfinite(group, j, depth);
        }
        if (p.token(j).is("CCONJ") || p.isMark(j, ",") && j > 0 && groups.at(j - 1) != null && group.from() > 1) {
            return shared(group, j, depth);
        }
        if (p.isMark(j, ",") || p.isDash(j)) {
            TokenRange aside = beforeAside(j);
            return aside == null ? shared(group, j, depth) : aside;
        }
        if (heads.isRelative(j)) {
            return new TokenRange(j, j + 1);
        }
        boolean emphatic = REFLEXIVE.contains(p.token(j).surface()) && j > 0 && NounPhrases.isNoun(p.token(j - 1));
        TokenRange phrase = NounPhrases.endingAt(p, emphatic ? j - 1 : j);
        if (phrase == null && groups.at(j) != null) {
            return heads.ofRelative(groups.at(j));
        }
        if (phrase != null && !emphatic && OBJECTIVE.contains(p.token(j).surface())) {
            return heads.ofRelative(groups.before(j));
        }
        TokenRange subject = phrase == null ? null : speaking(heads.head(phrase));
        return subject == null || adverbials.tellsWhen(subject) ? null : subject;
    }

    /** Whether anybody may be meant by the words. */
    boolean canSpeak(TokenRange phrase) {
        return speakers.kind(p, phrase) != PossibleSpeakers.Kind.NOTHING;
    }

    /** Whether a person or several may be meant, and no text or thing. */
    boolean isPerson(TokenRange phrase) {
        PossibleSpeakers.Kind kind = speakers.kind(p, phrase);
        return kind == PossibleSpeakers.Kind.SOMEBODY || kind == PossibleSpeakers.Kind.ANYBODY;
    }

    /** "Engineers despite the storm": where nothing that the phrase names can speak, whom it hangs on with a preposition may. */
    private TokenRange speaking(TokenRange found) {
        TokenRange phrase = adverbials.withoutTime(found);
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
                            || p.token(j).lemma().equals("one")
                            || groups.before(phrase.from()) == null
                            || j > 0
                                    && p.token(j).is("PROPN")
                                    && p.token(phrase.from() - 1).is("NOUN"));
            TokenRange name = p.token(j).is("PROPN") ? nameAt(j) : null;
            boolean reader = name != null
                    && name.from() > 0
                    && p.token(name.from() - 1).lemma().equals("to");
            if (name != null && name.from() > 0 && p.token(name.from() - 1).is("ADP") && !reader) {
                return name;
            }
            if (reader && phrase != null) {
                // "A letter to Oren outlining …": the letter, and not whom it was for.
                return phrase;
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
        if (heads.isRelative(subject.from())) {
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
            TokenRange made = made(group, before);
            if (made != null) {
                return made;
            }
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

    /** "Prompted Mara Vale to warn that …": whom the verb before an infinitive makes do it; null when it makes nobody. */
    private @Nullable TokenRange made(VerbGroup infinitive, VerbGroup verb) {
        if (infinitive.form() != VerbGroup.Form.INFINITIVE
                || verb.passive()
                || !verbs.is(WordClass.MAKING, p.token(verb.head()).lemma())) {
            return null;
        }
        TokenRange whom = NounPhrases.startingAt(p, verb.to());
        return whom != null && whom.to() == infinitive.from() ? whom : null;
    }

    private boolean opensPhrase(int i) {
        return i >= p.size() || p.token(i).is("ADP");
    }

    /** ", said Oren, adding that …": who is named behind the verb that announced the words before; null when nobody is. */
    private @Nullable TokenRange inverted(VerbGroup verb) {
        boolean announced = claims.isNamed(verb.head()) && !claims.isContent(verb.head());
        TokenRange source = announced ? NounPhrases.startingAt(p, verb.to()) : null;
        return source != null && claims.isNamed(source.from()) && !NounPhrases.isTime(p, source) ? source : null;
    }

    /** "It is unfair to think that …": nobody is said to think it; "it is no crime to say that …" is said by whoever writes it. */
    private boolean isExpletive(VerbGroup verb, @Nullable TokenRange subject) {
        return subject != null
                && p.token(subject.from()).lemma().equals("it")
                && (p.token(verb.head()).lemma().equals("be")
                        || p.token(verb.head()).lemma().equals("'s"));
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

    /** "Ana Tesk, Director of the Harbour Agency, Portwatch, said": whose office it is; null when it is nobody's. */
    private @Nullable TokenRange bearer(TokenRange office) {
        int comma = office.from() - 1;
        boolean titled = comma > 1
                && p.outside(comma)
                && p.isMark(comma, ",")
                && office.length() > 2
                && hasPreposition(office)
                && verbs.is(
                        WordClass.SPEAKER, LowerCase.of(p.token(office.from()).surface()));
        TokenRange name = titled ? NounPhrases.endingAt(p, comma - 1) : null;
        return name != null && NounPhrases.isName(p, name.from(), name.to()) ? name : null;
    }

    private boolean hasPreposition(TokenRange phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (p.token(i).is("ADP")) {
                return true;
            }
        }
        return false;
    }

    /** "The lawyer of Orlan Tesk", "Tesk's lawyer": a common noun at the head, whoever else is named. */
    private boolean describes(TokenRange phrase) {
        return p.token(speakers.head(p, phrase)).is("NOUN") || !NounPhrases.hasName(p, phrase);
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
                if (phrase != null && describes(phrase) && NounPhrases.isName(p, k + 1, comma)) {
                    // "The minister, Orlan Tesk, said": the apposition names whom the head only describes.
                    return new TokenRange(phrase.from(), comma);
                }
                boolean place = phrase != null
                        && phrase.from() > 0
                        && p.token(phrase.from() - 1).is("ADP");
                if (phrase != null && NounPhrases.hasName(p, phrase) && !place) {
                    TokenRange bearer = bearer(phrase);
                    return bearer == null ? phrase : bearer;
                }
                best = best == null && !place ? phrase : best;
            }
        }
        return best;
    }
}
