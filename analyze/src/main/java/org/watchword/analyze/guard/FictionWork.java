package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/** <i>In the sketch a general barks that …</i>, <i>the old song, in which they are devils</i>: words that a made-up work holds. */
final class FictionWork {

    /** Words between the preposition and the work: <i>in the first part of her new</i> novel. */
    private static final int REACH = 6;

    private FictionWork() {}

    /** Where the work is named that holds the match, or -1. */
    static int before(Finding finding) {
        Words words = finding.words();
        WordList figurative = finding.cues("guard-figurative");
        return finding.places(
                        finding.cues("guard-works"),
                        finding.scopeStart(),
                        finding.match().from())
                .filter(at -> !figurative.has(words.get(at + 1))
                        && (in(finding, at) || inWhich(finding, at) || depicts(finding, at)))
                .findFirst()
                .orElse(-1);
    }

    /** A preposition of place opens the phrase of the work, and no verb stands between. */
    private static boolean in(Finding finding, int work) {
        Words words = finding.words();
        for (int at = work - 1; at >= Math.max(0, work - REACH); at--) {
            if (words.get(at).is("VERB") || words.folded(at).equals(",")) {
                return false;
            }
            if (finding.cues("guard-work-prepositions").has(words.get(at))) {
                return true;
            }
        }
        return false;
    }

    /** <i>…, in which</i> after it. */
    private static boolean inWhich(Finding finding, int work) {
        Words words = finding.words();
        for (int at = work + 1; at < Math.min(work + REACH, finding.match().from() - 1); at++) {
            if (finding.cues("guard-work-prepositions").has(words.get(at))
                    && finding.cues("guard-that").has(words.get(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** <i>The play shows a village where</i> …; not <i>the film shows that</i> …, which claims it of the world. */
    private static boolean depicts(Finding finding, int work) {
        Words words = finding.words();
        int end = finding.endOf(finding.cues("guard-depicting"), work + 1);
        return end > 0
                && end < finding.match().from()
                && !finding.cues("guard-claim-openers").has(words.get(end));
    }
}
