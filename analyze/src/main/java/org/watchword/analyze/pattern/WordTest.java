package org.watchword.analyze.pattern;

import java.util.List;
import java.util.Set;
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

    /** {@code =Rats}: the word exactly so. */
    record Exact(String surface) implements WordTest {
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
