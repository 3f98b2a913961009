package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * <i>Treated like animals</i>, <i>described as vermin</i>, <i>they hunted them like dogs</i>: says what others do to the group. Not:
 * <i>should be treated like animals</i>, <i>are rightly called vermin</i>, <i>live like animals because they are animals</i>.
 */
final class Victimhood implements Guard {

    private static final int NEAR = 5;
    private static final int SUBJECT = 6;
    /** Words between a negator and the fear it denies: <i>we are not afraid to say</i>. */
    private static final int DENIAL = 2;

    @Override
    public String name() {
        return "victimhood";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        if (finding.find(finding.cues("guard-rightly"), 0, finding.words().size()) >= 0) {
            return Optional.empty();
        }
        WordList passive = finding.cues("guard-treated-as");
        int start = finding.match().from();
        for (int at = Math.max(0, start - NEAR); at < finding.match().to(); at++) {
            if (finding.endOf(passive, at) > 0
                    && unbroken(finding, at)
                    && finding.find(
                                    finding.cues("guard-beastly"),
                                    finding.match().to(),
                                    finding.clauseEnd())
                            < 0
                    && finding.find(finding.cues("guard-deserved"), 0, at) < 0) {
                return Optional.of("what is done to them: " + finding.quoted(finding.words(), passive, at));
            }
        }
        if (othersDo(finding)) {
            return Optional.of(
                    "what others do to them: “" + finding.words().get(start - 1).surface() + "”");
        }
        int intent = othersIntend(finding);
        if (intent >= 0) {
            return Optional.of("what others mean to do to them: "
                    + finding.quoted(finding.words(), finding.cues("guard-others-intend"), intent));
        }
        WordList fear = finding.cues("guard-feared");
        int at = finding.findGoverning(fear, finding.clauseStart(), start + 1);
        return at < 0 || !unbroken(finding, at) || ownSuffering(finding, at) || finding.denied(at, DENIAL)
                ? Optional.empty()
                : Optional.of("what they suffer or fear: " + finding.quoted(finding.words(), fear, at));
    }

    /** <i>We have suffered enough</i> says why, not what is done to them. */
    private static boolean ownSuffering(Finding finding, int at) {
        WordList own = finding.cues("guard-own-suffering");
        return finding.find(own, Math.max(finding.clauseStart(), at - NEAR), at + 1) >= 0;
    }

    /** <i>The militia has sworn to</i> kill them all: right before the match, of a third person. The word where the cue starts, or -1. */
    private static int othersIntend(Finding finding) {
        int start = finding.match().from();
        WordList intent = finding.cues("guard-others-intend");
        for (int at = Math.max(1, start - NEAR); at < start; at++) {
            boolean ends = finding.endOf(intent, at) == start;
            int clause = Math.max(finding.clauseStart(), at - SUBJECT);
            if (ends && clause < at && finding.find(finding.cues("guard-first-person"), clause, at) < 0) {
                return at;
            }
        }
        return -1;
    }

    /** No word between the cue and the match begins a clause of its own. */
    private static boolean unbroken(Finding finding, int at) {
        return finding.find(
                        finding.cues("guard-clause-links"), at, finding.match().from())
                < 0;
    }

    /** <i>They killed them like dogs</i>: third persons did, nobody is asked to. */
    private static boolean othersDo(Finding finding) {
        Words words = finding.words();
        int start = finding.match().from();
        Word verb = words.get(start);
        boolean toThem = finding.target() == null || finding.target().from() >= start;
        if (toThem && start > 1 && verb.folded().equals("let")) {
            // Its forms are alike: a doer right before it tells a report from an order.
            Word doer = words.get(start - 1);
            return doer.is("NOUN") || finding.cues("guard-doers").has(doer);
        }
        return start > 0
                && toThem
                && finding.cues("guard-doers").has(words.get(start - 1))
                && verb.is("VERB")
                && (verb.folded().endsWith("ed") || !verb.folded().equals(verb.lemma()));
    }
}
