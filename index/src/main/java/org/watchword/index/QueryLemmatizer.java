package org.watchword.index;

/** Reduces a word to its dictionary form in the way the indexed text was reduced. Thread-safe. */
@FunctionalInterface
public interface QueryLemmatizer {

    /** The lemma of {@code word}, lower case; the folded word itself when there is none. */
    String lemma(String word);
}
