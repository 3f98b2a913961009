package org.watchword.analyze.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;

/** A question about one word. */
sealed interface WordTest {

    boolean holds(Word word);

    /** {@code rats}: the word in any case. */
    record Form(String folded) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.folded().equals(folded);
        }
    }

    /**
     * {@code =Rats}: the word exactly so.
     *
     * @param folded the same in the form that words are compared in
     */
    record Exact(String surface, String folded) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.surface().equals(surface);
        }
    }

    /** {@code ~rat}: any form of it. */
    record Lemma(String lemma, Set<String> forms) implements WordTest {
        @Override
        public boolean holds(Word word) {
            if (word.folded().equals("'s")) {
                return lemma.equals("be") && !word.is("PART");
            }
            return word.lemma().equals(lemma) || forms.contains(word.folded());
        }
    }

    /** {@code stem*}: the word starts so. */
    record Prefix(String folded) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.folded().startsWith(folded);
        }
    }

    /** {@code *ending}: the word ends so. */
    record Suffix(String folded) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.folded().endsWith(folded);
        }
    }

    /** {@code #NOUN}: its part of speech. */
    record Pos(String tag) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.is(tag);
        }
    }

    /** {@code _}: any word, no mark. */
    record Any() implements WordTest {
        @Override
        public boolean holds(Word word) {
            return word.isWord();
        }
    }

    /** {@code :AA} and its like: how the word is written. */
    record Case(LetterCase letters) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return letters.fits(word.surface());
        }
    }

    /** How the letters of a word are written; letters of scripts without case fit none. */
    enum LetterCase {
        CAPITAL(":Aa"),
        ALL_CAPITALS(":AA"),
        SMALL(":aa");

        private final String sign;

        LetterCase(String sign) {
            this.sign = sign;
        }

        /** As patterns write it. */
        String sign() {
            return sign;
        }

        boolean fits(String surface) {
            int[] cased = surface.codePoints()
                    .filter(c -> Character.isUpperCase(c) || Character.isTitleCase(c) || Character.isLowerCase(c))
                    .toArray();
            if (cased.length == 0) {
                return false;
            }
            return switch (this) {
                case CAPITAL -> !Character.isLowerCase(cased[0]);
                case ALL_CAPITALS -> cased.length > 1 && none(cased, Character::isLowerCase);
                case SMALL -> none(cased, c -> !Character.isLowerCase(c));
            };
        }

        private static boolean none(int[] letters, IntPredicate test) {
            return Arrays.stream(letters).noneMatch(test);
        }
    }

    /** {@code @vermin} within a set. */
    record Listed(WordList list) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return list.has(word);
        }
    }

    /** {@code !x}. */
    record Not(WordTest test) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return !test.holds(word);
        }
    }

    /** {@code [a b]}. */
    record OneOf(List<WordTest> tests) implements WordTest {
        @Override
        public boolean holds(Word word) {
            for (WordTest test : tests) {
                if (test.holds(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code a&b}. */
    record Both(WordTest first, WordTest second) implements WordTest {
        @Override
        public boolean holds(Word word) {
            return first.holds(word) && second.holds(word);
        }
    }
}
