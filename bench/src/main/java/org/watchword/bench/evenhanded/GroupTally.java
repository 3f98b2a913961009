package org.watchword.bench.evenhanded;

/** What was counted of one group. Mutable while counting. */
final class GroupTally {

    private int sentences;
    private int matches;
    private int flagged;

    void named() {
        sentences++;
    }

    void matched(boolean counts) {
        matches++;
        flagged += counts ? 1 : 0;
    }

    /** Sentences that name the group. */
    int sentences() {
        return sentences;
    }

    /** Matches of rules about it, lowered by a guard or not. */
    int matches() {
        return matches;
    }

    /** Matches that no guard lowered. */
    int flagged() {
        return flagged;
    }
}
