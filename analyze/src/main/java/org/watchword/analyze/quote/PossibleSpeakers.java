package org.watchword.analyze.quote;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;
import org.watchword.model.LowerCase;

/**
 * Tells whether words name somebody who can speak: grammar alone makes a speaker of whatever stands before a verb of speech, of "a just
 * settlement" as of a minister. Immutable.
 */
final class PossibleSpeakers {

    /** What the words stand for. */
    enum Kind {
        /** A person, a group of persons, an office or a body, or a pronoun for one. */
        SOMEBODY,
        /** A person or several, and no telling who: "one", "my grandmother". */
        ANYBODY,
        /** A thing that holds words: a report, a video. */
        TEXT,
        /** A thing, an act, a state: nobody. */
        NOTHING
    }

    private static final Set<String> FIRST_PERSON = Set.of("my", "our");

    private final QuoteLanguage language;
    private final List<Entity> entities;

    PossibleSpeakers(QuoteLanguage language, List<Entity> entities) {
        this.language = language;
        this.entities = entities;
    }

    Kind kind(Passage p, TokenRange source) {
        int head = head(p, source);
        Token t = p.token(head);
        if (t.is("NUM") && NounPhrases.isTime(p, new TokenRange(head, head + 1))) {
            return Kind.NOTHING;
        }
        if (is(WordClass.ANYBODY, t) || isCounted(p, source, head)) {
            return Kind.ANYBODY;
        }
        if (t.is("PRON") || isNamed(t)) {
            return ofAuthor(p, source) ? Kind.ANYBODY : Kind.SOMEBODY;
        }
        if (NounPhrases.isTime(p, new TokenRange(source.from(), head + 1))) {
            return Kind.NOTHING;
        }
        if (isText(t)) {
            return Kind.TEXT;
        }
        if (isSpeaker(t)) {
            return ofAuthor(p, source) ? Kind.ANYBODY : Kind.SOMEBODY;
        }
        boolean name = t.is("PROPN") || isCapital(t) && (head > 0 || hasCapitalInside(t));
        // "The accused", "the two": an adjective or a number that stands for those it tells of.
        boolean described = t.is("ADJ") || t.is("NUM");
        return name || described || !t.is("NOUN") ? Kind.SOMEBODY : Kind.NOTHING;
    }

    /**
     * What a relative pronoun stands for: in "a just settlement to a nation which" the noun that can speak and is nearest; but in "members of
     * the party who" those that are persons. Null when no noun of the phrase can speak.
     *
     * @param persons whether it stands for persons only
     */
    @Nullable
    TokenRange antecedent(Passage p, TokenRange phrase, boolean persons) {
        TokenRange found = null;
        int from = phrase.from();
        while (from < phrase.to()) {
            TokenRange noun = new TokenRange(from, nounEnd(p, from, phrase.to()));
            boolean joined = found != null && p.token(from - 1).is("CCONJ");
            if (kind(p, noun) == Kind.SOMEBODY && !joined && !(persons && isPlace(p.token(head(p, noun))))) {
                boolean nearer = !persons || found == null || rank(p, noun) >= rank(p, found);
                found = nearer ? new TokenRange(from, phrase.to()) : found;
            }
            from = noun.to() + 1;
        }
        return found;
    }

    /** How well persons of whom "who" tells more are meant: several rather than one, anybody rather than a body. */
    private int rank(Passage p, TokenRange phrase) {
        Token t = p.token(head(p, phrase));
        Entity name = nameOf(t);
        boolean body = name == null ? is(WordClass.BODY, t) : name.type() == EntityType.ORGANIZATION;
        return body ? 0 : isPlural(p, phrase) ? 2 : 1;
    }

    private boolean isPlace(Token t) {
        Entity name = nameOf(t);
        return name != null && name.type() == EntityType.LOCATION;
    }

    private boolean isPlural(Passage p, TokenRange phrase) {
        Token t = p.token(head(p, phrase));
        return t.is("NOUN") && !t.lemma().equals(LowerCase.of(t.surface()));
    }

    /** Index of the noun that the phrase is about: "officials" in "a number of officials". */
    int head(Passage p, TokenRange source) {
        int end = nounEnd(p, source.from(), source.to());
        int from = source.from();
        for (int i = from; i < end; i++) {
            from = isCounting(p, i, end) ? i + 1 : from;
        }
        int head = Math.max(from, end - 1);
        while (head > from && !NounPhrases.isNoun(p.token(head)) && hasNoun(p, from, head)) {
            head--;
        }
        return head;
    }

    /** Where the first noun ends, with what counts it: "a number of officials". */
    private int nounEnd(Passage p, int from, int to) {
        int end = segmentEnd(p, from, to);
        while (isCounting(p, end, to)) {
            end = segmentEnd(p, end + 1, to);
        }
        return end;
    }

    private boolean isCounting(Passage p, int of, int to) {
        return of > 0 && of + 1 < to && p.token(of).lemma().equals("of") && counts(p.token(of - 1));
    }

    private boolean counts(Token t) {
        return t.is("NUM") || is(WordClass.ANYBODY, t) || is(WordClass.COUNTING, t);
    }

    /** "Four", "at least twelve": a number alone tells of nobody in particular. */
    private static boolean isCounted(Passage p, TokenRange source, int head) {
        return p.token(head).is("NUM") && !p.token(source.from()).is("DET");
    }

    private static boolean hasNoun(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (NounPhrases.isNoun(p.token(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first noun and what stands before it end: at a preposition, a comma, a bracket or a conjunction. */
    private static int segmentEnd(Passage p, int from, int to) {
        boolean noun = false;
        for (int i = from; i < to; i++) {
            Token t = p.token(i);
            boolean joint = t.is("ADP")
                    || t.is("CCONJ")
                    || t.is("SCONJ")
                    || p.isMark(i, ",")
                    || p.isMark(i, "(")
                    || p.isDash(i);
            if (i > from && joint && (noun || counting(p, from, i))) {
                return i;
            }
            noun |= NounPhrases.isNoun(t) || t.is("PRON") || t.is("NUM") || t.is("ADJ");
        }
        return to;
    }

    private static boolean counting(Passage p, int from, int to) {
        return to == from + 1 && (p.token(from).is("DET") || p.token(from).is("PRON"));
    }

    /** "A figure" is a person, "figures" are none. */
    private boolean isText(Token t) {
        boolean listed = is(WordClass.SPEAKER, t) || is(WordClass.BODY, t);
        return listed ? language.words(WordClass.TEXT).contains(LowerCase.of(t.surface())) : is(WordClass.TEXT, t);
    }

    private boolean isSpeaker(Token t) {
        if (is(WordClass.SPEAKER, t) || is(WordClass.BODY, t)) {
            return true;
        }
        String word = LowerCase.of(t.surface());
        String last = word.substring(word.lastIndexOf('-') + 1);
        return last.length() < word.length()
                        && language.words(WordClass.SPEAKER).contains(last)
                || last.endsWith("s")
                        && language.words(WordClass.SPEAKER).contains(last.substring(0, last.length() - 1))
                || language.words(WordClass.SPEAKER_ENDING).stream()
                        .anyMatch(e -> word.length() > e.length() + 2 && word.endsWith(e));
    }

    private boolean is(WordClass kind, Token t) {
        Set<String> words = language.words(kind);
        return words.contains(t.lemma()) || words.contains(LowerCase.of(t.surface()));
    }

    /** "My grandmother", "our guide" outside marks: somebody the writer knows and does not name. */
    private static boolean ofAuthor(Passage p, TokenRange source) {
        return FIRST_PERSON.contains(LowerCase.of(p.token(source.from()).surface()))
                && source.length() > 1
                && !NounPhrases.hasName(p, source);
    }

    /** "NewsGuard" is a name even where a sentence begins. */
    private static boolean hasCapitalInside(Token t) {
        return t.surface().chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private static boolean isCapital(Token t) {
        return Character.isUpperCase(t.surface().codePointAt(0));
    }

    private boolean isNamed(Token t) {
        return nameOf(t) != null;
    }

    private @Nullable Entity nameOf(Token t) {
        int low = EntityOrder.firstEndingAfter(entities, t.start());
        return low < entities.size() && entities.get(low).start() < t.end() ? entities.get(low) : null;
    }
}
