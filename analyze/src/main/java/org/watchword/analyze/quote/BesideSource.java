package org.watchword.analyze.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/**
 * Finds the words beside a listed verb form that say whose the quotation is, in a language without a tagger. One per passage.
 *
 * <p>What follows the verb goes before what precedes it, as after a quotation most languages turn the two round; where the verb comes
 * last, the source stands before the quotation. A name is told by its capitals. In a script without capitals, and where no name stands
 * there, the source is what stands between the verb and the next mark, preposition or conjunction ({@code stops}).
 */
final class BesideSource {

    private static final int SKIPPED = 3;
    private static final int LONGEST = 5;
    private static final int LONGEST_LEAD_IN = 14;
    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "von", "der", "den", "del", "della", "di", "da", "bin", "ibn", "al", "el", "la", "le", "du");

    private final Passage p;
    private final QuoteLanguage language;
    private final Set<String> stops;
    private final int limit;

    BesideSource(Passage passage, QuoteLanguage language) {
        this(passage, language, passage.size());
    }

    /** @param limit one past the last token that is looked at */
    BesideSource(Passage passage, QuoteLanguage language, int limit) {
        p = passage;
        this.language = language;
        this.limit = limit;
        stops = language.words(WordClass.STOP);
    }

    /** @param first first token of the quotation, @param end one past its last */
    @Nullable
    TokenRange source(int cue, int first, int end) {
        TokenRange pronoun = pronoun(cue);
        if (pronoun != null) {
            return pronoun;
        }
        int start = isPair(cue) ? cue + 2 : cue + 1;
        TokenRange after = forwards(start);
        if (after != null) {
            return after;
        }
        TokenRange before = backwards(cue - 1);
        if (before != null) {
            return before;
        }
        if (cue >= end && adjacent(end, cue)) {
            return leading(first - 1);
        }
        return null;
    }

    private boolean isPair(int cue) {
        return cue + 1 < p.size()
                && language.words(WordClass.ACCORDING)
                        .contains(p.token(cue).lemma() + ' ' + p.token(cue + 1).lemma());
    }

    /** The verb of "dit-il"; any other word as it is. */
    static String head(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 ? word.substring(0, hyphen) : word;
    }

    /** A pronoun that touches the verb. */
    private @Nullable TokenRange pronoun(int cue) {
        String word = p.token(cue).lemma();
        if (word.indexOf('-') > 0 && isPronoun(word.substring(word.lastIndexOf('-') + 1))) {
            return new TokenRange(cue, cue + 1);
        }
        int next = cue + 1;
        while (isIn(next) && next < cue + 4 && isLink(next)) {
            next++;
        }
        for (int i : new int[] {next, cue - 1}) {
            if (i >= 0 && i < p.size() && p.outside(i) && isPronoun(p.token(i).lemma())) {
                return new TokenRange(i, i + 1);
            }
        }
        return null;
    }

    /** The hyphens and the t of "a-t-il". */
    private boolean isLink(int i) {
        String s = p.token(i).surface();
        return s.equals("-") || s.equals("t") || s.equals("-t-");
    }

    private boolean isPronoun(String word) {
        return language.pronouns().containsKey(word);
    }

    private @Nullable TokenRange forwards(int from) {
        int i = from;
        while (isIn(i) && i - from <= SKIPPED && isWord(i) && !isName(i) && !isStop(i)) {
            i++;
        }
        if (isIn(i) && isName(i) && !isStop(i)) {
            int to = i + 1;
            while (isIn(to) && (isName(to) && !isStop(to) || isParticle(to) || isHyphen(to))) {
                to++;
            }
            return new TokenRange(i, to);
        }
        int to = from;
        while (isIn(to) && to - from < LONGEST && isWord(to) && !isStop(to) && !isCue(to)) {
            to++;
        }
        return to > from ? new TokenRange(from, to) : null;
    }

    private @Nullable TokenRange backwards(int from) {
        int near = from;
        while (isIn(near)
                && language.words(WordClass.HELPER).contains(p.token(near).lemma())) {
            near--;
        }
        int i = near;
        while (isIn(i) && near - i <= SKIPPED && isWord(i) && !isName(i) && !isStop(i)) {
            i--;
        }
        if (i == near && isIn(i) && p.isMark(i, ",") && isIn(i - 1) && isName(i - 1)) {
            i--;
        }
        if (isIn(i) && isName(i) && !isStop(i)) {
            int first = i;
            while (isIn(first - 1) && (isName(first - 1) && !isStop(first - 1) || isParticle(first - 2))) {
                first--;
            }
            return new TokenRange(first, i + 1);
        }
        int first = near;
        while (isIn(first) && near - first < LONGEST && isWord(first) && !isStop(first) && !isCue(first)) {
            first--;
        }
        boolean whole = first < 0 || isIn(first) && !isWord(first);
        return first < near && whole ? new TokenRange(first + 1, near + 1) : null;
    }

    /** "Oren, the minister, “…” said": the nearest name before the quotation, or all that stands before it. */
    private @Nullable TokenRange leading(int from) {
        int i = from;
        while (isIn(i) && from - i < LONGEST_LEAD_IN && !(isName(i) && !isStop(i)) && !isEnd(i)) {
            i--;
        }
        if (isIn(i) && isName(i) && from - i < LONGEST_LEAD_IN) {
            int first = i;
            while (isIn(first - 1) && isName(first - 1) && !isStop(first - 1)) {
                first--;
            }
            return new TokenRange(first, i + 1);
        }
        int to = from + 1;
        while (to > 0 && isIn(to - 1) && !isWord(to - 1)) {
            to--;
        }
        return to > 0 ? backwards(to - 1) : null;
    }

    private boolean adjacent(int end, int cue) {
        for (int i = end; i < cue; i++) {
            if (isWord(i)) {
                return cue - i <= 2;
            }
        }
        return true;
    }

    private boolean isIn(int i) {
        return i >= 0 && i < limit && p.outside(i);
    }

    private boolean isEnd(int i) {
        return p.isMark(i, ".") || p.isMark(i, "!") || p.isMark(i, "?");
    }

    private boolean isWord(int i) {
        return Character.isLetter(p.token(i).surface().codePointAt(0));
    }

    private boolean isStop(int i) {
        return stops.contains(p.token(i).lemma());
    }

    /** Whether a name stands at the head of the words. */
    boolean isNamed(TokenRange source) {
        return isName(source.from());
    }

    /** "USA-Kenner": the parts of a compound stand without spaces. */
    private boolean isHyphen(int i) {
        return p.isMark(i, "-")
                && isIn(i + 1)
                && p.token(i - 1).end() == p.token(i).start()
                && p.token(i).end() == p.token(i + 1).start();
    }

    private boolean isParticle(int i) {
        return isIn(i) && isIn(i + 1) && PARTICLES.contains(p.token(i).lemma()) && isName(i + 1);
    }

    private boolean isCue(int i) {
        return language.words(WordClass.FORM).contains(p.token(i).lemma());
    }

    /** Latin, Cyrillic and Armenian have capitals; a verb at the head of its sentence has one too, and is no name. */
    private boolean isName(int i) {
        Token token = p.token(i);
        String surface = token.surface();
        return Character.isUpperCase(surface.codePointAt(0)) && !surface.equals(LowerCase.of(surface)) && !isCue(i);
    }
}
