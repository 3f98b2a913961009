package org.watchword.analyze.quote;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/**
 * Indirect speech in a language without a tagger, one attribution a sentence at most: a listed form and an opener (<i>Kolm sagte, dass
 * …</i>), a listed form behind the clause (<i>…, sagte Kolm</i>), a source named beside the sentence (<i>laut Kolm …</i>), and a clause
 * that its verb's ending marks before the form (<i>Kaya, … olduğunu söyledi</i>). Where the source is neither a name nor a pronoun,
 * nothing is found: a sentence that is nobody's is less wrong than one that is another's. One per passage.
 */
final class ListedClauses {

    private static final int REACH = 8;
    private static final int NEAR = 5;
    private static final int NEAREST = 3;
    /** A mark that nothing closes: whose the words are is then unsure. */
    private static final String MARKS = "\"“”„«»";

    private static final int FEWEST_WORDS = 3;

    private final Passage p;
    private final QuoteLanguage language;
    private final BesideSource beside;
    private final int end;

    ListedClauses(Passage passage, QuoteLanguage language, BesideSource beside) {
        p = passage;
        this.language = language;
        this.beside = beside;
        int last = p.size();
        while (last > 0 && !isWord(last - 1)) {
            last--;
        }
        end = last;
    }

    Optional<Attribution> find() {
        boolean asked = end < p.size() && (p.isMark(p.size() - 1, "?") || p.isMark(p.size() - 1, "՞"));
        return asked
                ? Optional.empty()
                : opened().or(this::reported)
                        .or(this::behind)
                        .or(this::according)
                        .or(this::ended);
    }

    /** <i>Kolm sagte am Freitag, dass …</i>; <i>заявил Колм, что …</i> */
    private Optional<Attribution> opened() {
        for (int opener = 1; opener < end; opener++) {
            if (!is(WordClass.OPENER, opener)) {
                continue;
            }
            boolean comma = p.isMark(opener - 1, ",");
            int cue = cueBefore(comma ? opener - 1 : opener, comma);
            if (cue >= 0) {
                return announced(cue, opener);
            }
        }
        return Optional.empty();
    }

    /** <i>Kolm sagte, die Schleuse sei dicht</i> */
    private Optional<Attribution> reported() {
        for (int comma = 1; comma < end; comma++) {
            int cue = p.isMark(comma, ",") ? cueBefore(comma, true) : -1;
            if (cue >= 0) {
                int verb = comma + 1;
                while (verb < end && !p.isMark(verb, ",") && !is(WordClass.REPORTED, verb)) {
                    verb++;
                }
                return verb < end && is(WordClass.REPORTED, verb) ? announced(cue, comma + 1) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The listed form before a clause, or -1.
     *
     * @param free whether any words may stand between; where no comma parts them, only a name, a number, a helper or a stop, or a relative
     *     clause would be taken for words
     */
    private int cueBefore(int clause, boolean free) {
        int cue = clause - 1;
        while (cue >= 0 && clause - cue < REACH && isWord(cue) && !is(WordClass.FORM, cue)) {
            boolean light = is(WordClass.STOP, cue)
                    || is(WordClass.HELPER, cue)
                    || !Character.isLowerCase(p.token(cue).surface().codePointAt(0));
            if (!free && !light) {
                return -1;
            }
            cue--;
        }
        return cue >= 0 && is(WordClass.FORM, cue) ? cue : -1;
    }

    private Optional<Attribution> announced(int cue, int clause) {
        if (denied(Math.max(0, cue - NEAR), clause)) {
            return Optional.empty();
        }
        TokenRange source = new BesideSource(p, language, clause).source(cue, clause, clause);
        return source != null && touches(source, cue)
                ? made(clause, end, cue, source, AttributionMethod.ANNOUNCED)
                : Optional.empty();
    }

    /** Whether nothing but helpers and stops stands between a source and the form behind it: another verb would have another subject. */
    private boolean touches(TokenRange source, int cue) {
        for (int i = source.to(); i < cue; i++) {
            boolean light = is(WordClass.HELPER, i) || is(WordClass.STOP, i) || !isWord(i);
            if (!light) {
                return false;
            }
        }
        return true;
    }

    /** <i>…, sagte Kolm am Freitag</i> */
    private Optional<Attribution> behind() {
        for (int comma = end - 2; comma > FEWEST_WORDS && end - comma <= REACH; comma--) {
            int cue = comma + 1;
            boolean form = is(WordClass.FORM, cue);
            boolean beside = isAccording(cue);
            if (p.isMark(comma, ",") && (form || beside) && !denied(form ? cue : cue + 1, end)) {
                TokenRange source = this.beside.source(cue, comma, comma);
                int nearest = form ? cue + NEAREST : isPair(cue) ? cue + 2 : cue + 1;
                boolean after = source != null && source.from() > cue && source.from() <= nearest && source.to() <= end;
                return after && !denied(0, 2)
                        ? made(
                                0,
                                comma,
                                cue,
                                source,
                                form ? AttributionMethod.INVERTED : AttributionMethod.ACCORDING_TO)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** <i>Laut Kolm …</i>; <i>selon Marsan, …</i> */
    private Optional<Attribution> according() {
        if (end < 2 || !isAccording(0) || denied(0, 1)) {
            return Optional.empty();
        }
        TokenRange source = beside.source(0, 0, 0);
        if (source == null || source.to() >= end) {
            return Optional.empty();
        }
        int from = p.isMark(source.to(), ",") ? source.to() + 1 : source.to();
        return made(from, end, 0, source, AttributionMethod.ACCORDING_TO);
    }

    /** <i>Kaya, … olduğunu söyledi</i> */
    private Optional<Attribution> ended() {
        int cue = end - 1;
        if (cue > FEWEST_WORDS && !is(WordClass.FORM, cue)) {
            // iddia etti: the listed form stands before a helping verb.
            cue--;
        }
        if (cue < FEWEST_WORDS || !is(WordClass.FORM, cue) || !hasEnding(cue - 1)) {
            return Optional.empty();
        }
        int comma = 1;
        while (comma < REACH && comma < cue && !p.isMark(comma, ",")) {
            comma++;
        }
        boolean led = comma < cue && p.isMark(comma, ",");
        return led
                ? made(comma + 1, cue, cue, new TokenRange(0, comma), AttributionMethod.ANNOUNCED)
                : Optional.empty();
    }

    private Optional<Attribution> made(
            int from, int to, int cue, @Nullable TokenRange source, AttributionMethod method) {
        if (source == null || !isSomebody(source) || words(from, to) < FEWEST_WORDS || hasMark(from, to)) {
            return Optional.empty();
        }
        return Optional.of(new Attribution(
                List.of(new TokenRange(from, to)),
                QuoteKind.INDIRECT,
                new TokenRange(cue, cue + 1),
                source,
                null,
                method,
                Confidence.Tie.LOOSE));
    }

    private boolean hasMark(int from, int to) {
        for (int i = from; i < to; i++) {
            if (MARKS.indexOf(p.token(i).surface().charAt(0)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isSomebody(TokenRange source) {
        for (int i = source.from(); i < source.to(); i++) {
            if (is(WordClass.TEXT, i)) {
                return false;
            }
        }
        boolean single = source.length() == 1;
        boolean pronoun =
                single && language.pronouns().containsKey(p.token(source.from()).lemma());
        return pronoun
                || beside.isNamed(source) && (source.from() > 0 || single && !is(WordClass.STOP, 0) || isCapital(1));
    }

    /** At the head of a sentence the first capital tells nothing. */
    private boolean isCapital(int i) {
        return Character.isUpperCase(p.token(i).surface().codePointAt(0));
    }

    private boolean denied(int from, int to) {
        for (int i = from; i < to; i++) {
            if (is(WordClass.DENIAL, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasEnding(int i) {
        String word = p.token(i).lemma();
        return language.words(WordClass.ENDING).stream().anyMatch(word::endsWith);
    }

    private boolean isAccording(int i) {
        return is(WordClass.ACCORDING, i) || isPair(i);
    }

    private boolean isPair(int i) {
        return i + 1 < p.size()
                && language.words(WordClass.ACCORDING)
                        .contains(p.token(i).lemma() + ' ' + p.token(i + 1).lemma());
    }

    private boolean is(WordClass kind, int i) {
        String word = p.token(i).lemma();
        // French qu'elle: the elided word decides.
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
        return language.words(kind).contains(word)
                || kind == WordClass.OPENER
                        && apostrophe > 0
                        && language.words(kind).contains(word.substring(0, apostrophe + 1));
    }

    private boolean isWord(int i) {
        return Character.isLetterOrDigit(p.token(i).surface().codePointAt(0));
    }

    private int words(int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += isWord(i) ? 1 : 0;
        }
        return words;
    }
}
