package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * <i>They are not animals</i>; <i>nobody is calling for their expulsion</i>. Not: <i>not only are they animals</i>, <i>nothing but
 * animals</i>, <i>nobody can deny that they are animals</i>. Rules whose own words deny (<i>no mercy for …</i>) leave this guard out.
 */
final class Negation implements Guard {

    private static final int REACH = 9;
    private static final int ADJACENT = 2;

    private final boolean within;

    /** @param within whether a negator within the words that matched counts: not where a rule's own words deny */
    Negation(boolean within) {
        this.within = within;
    }

    @Override
    public String name() {
        return "negation";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        WordList negators = finding.cues("guard-negators");
        WordList pretended = finding.cues("guard-pretended-negation");
        int start = finding.match().from();
        for (int at = start; within && at < finding.match().to(); at++) {
            if (negators.has(words.get(at)) && pretended.endsAt(words, at).isEmpty()) {
                return reason(finding, negators, at);
            }
        }
        int from = Math.max(finding.clauseStart(), start - REACH);
        if (!finding.seesClauses() || !Questions.asks(finding)) {
            WordList denied = finding.cues("guard-denied-saying");
            for (int at = from; at < start; at++) {
                if (Denial.at(finding, words, at, start)
                        && (at >= start - ADJACENT || finding.find(denied, at, start) >= 0)) {
                    return reason(finding, negators, at);
                }
            }
        }
        WordList untrue = finding.cues("guard-untrue");
        int at = finding.find(untrue, finding.seesClauses() ? finding.clauseStart() : from, start);
        if (at >= 0 && !finding.denied(at, ADJACENT)) {
            return reason(finding, untrue, at);
        }
        return Optional.empty();
    }

    private static Optional<String> reason(Finding finding, WordList list, int at) {
        return Optional.of("denied by " + finding.quoted(finding.words(), list, at));
    }
}
