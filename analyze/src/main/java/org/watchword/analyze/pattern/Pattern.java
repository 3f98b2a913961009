package org.watchword.analyze.pattern;

import java.util.List;
import java.util.Optional;

/** What words must stand in a sentence. Thread-safe. */
public interface Pattern {

    /** As written. */
    String source();

    /** What a sentence must hold for the pattern to match. */
    Necessary necessary();

    /** The matches in a sentence from left to right; they do not overlap. */
    List<Match> matches(SentenceView sentence);

    /** The attempt that took the most words before it stopped; empty when none took any. */
    Optional<Stop> farthest(SentenceView sentence);

    /**
     * Where a pattern stopped on its way.
     *
     * @param start index of the word where the attempt started that came farthest
     * @param at index of the word before which it stopped; the number of words when the sentence ended
     * @param part the part of the pattern that was expected there, as written
     */
    record Stop(int start, int at, String part) {}
}
