package org.watchword.analyze.lexicon;

/**
 * A word as rules see it. A contraction counts as its parts, which then share the offsets of the token.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last unit
 * @param surface as it stands
 * @param folded lower case by the language's rules, composed (NFC), with the plain apostrophe
 * @param lemma dictionary form, folded
 * @param pos Universal Dependencies part of speech; empty where there is no tagger
 */
public record Word(int start, int end, String surface, String folded, String lemma, String pos) {

    /** Whether the first letter is a capital one. */
    public boolean capital() {
        return !surface.isEmpty() && Character.isUpperCase(surface.codePointAt(0));
    }

    /** Whether it holds a letter or a digit; a mark does not. */
    public boolean isWord() {
        return folded.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    public boolean is(String tag) {
        return pos.equals(tag);
    }
}
