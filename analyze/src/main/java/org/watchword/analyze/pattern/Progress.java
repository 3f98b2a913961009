package org.watchword.analyze.pattern;

import org.watchword.model.Span;

/** Hears where attempts of a pattern stop. */
@FunctionalInterface
interface Progress {

    Progress NONE = (part, at) -> {};

    /**
     * @param part of the pattern that was not met, in UTF-16 units of its text
     * @param at index of the word before which it stopped
     */
    void stopped(Span part, int at);
}
