package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * Tells a negator that takes words back from one that drives them home: <i>not</i> in <i>not only</i>, <i>nobody can deny</i>, <i>I do
 * not hesitate to say</i>, <i>do not forget</i> (lists {@code guard-pretended-negation} and {@code guard-asserting-negation}).
 */
final class Denial {

    /** Words between a negator and what it turns into an assertion: <i>not for a moment hesitate</i>. */
    private static final int BETWEEN = 5;

    private Denial() {}

    /** Whether the word is a negator that denies what comes before {@code until}. */
    static boolean at(Finding finding, Words words, int at, int until) {
        WordList negators = finding.cues("guard-negators");
        if (negators.endsAt(words, at).isEmpty() || pretended(finding, words, at)) {
            return false;
        }
        WordList asserting = finding.cues("guard-asserting-negation");
        return Finding.find(words, asserting, at + 1, Math.min(until, at + 1 + BETWEEN)) < 0;
    }

    /** <i>Not only</i>, <i>not simply</i>; but <i>you cannot simply say that</i> forbids. */
    private static boolean pretended(Finding finding, Words words, int at) {
        boolean forbids = at > 0
                && at + 2 < words.size()
                && finding.cues("guard-permission").has(words.get(at - 1))
                && finding.cues("guard-hasty").has(words.get(at + 1))
                && finding.cues("guard-saying-verbs").has(words.get(at + 2));
        return !forbids
                && !finding.cues("guard-pretended-negation").endsAt(words, at).isEmpty();
    }

    /** Whether a negator that denies stands in {@code [from, until)}. */
    static boolean before(Finding finding, Words words, int until, int from) {
        WordList negators = finding.cues("guard-negators");
        int at = Finding.find(words, negators, from, until);
        while (at >= 0 && !at(finding, words, at, until)) {
            at = Finding.find(words, negators, at + 1, until);
        }
        return at >= 0;
    }
}
