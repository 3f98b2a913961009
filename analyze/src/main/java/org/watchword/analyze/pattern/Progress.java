package org.watchword.analyze.pattern;

import org.watchword.model.Span;

/** Hears how attempts of a pattern go. */
interface Progress {

    Progress NONE = new Progress() {};

    /**
     * An attempt ends.
     *
     * @param part of the pattern that was not met, in UTF-16 units of its text
     * @param at index of the word before which it stopped
     */
    default void stopped(Span part, int at) {}

    /** A step is tried before a word, which happens once for each pair of them. */
    default void step() {}

    /** The same without the ends: what a look ahead did not find stops nobody by itself. */
    default Progress steps() {
        Progress outer = this;
        return new Progress() {
            @Override
            public void step() {
                outer.step();
            }
        };
    }
}
