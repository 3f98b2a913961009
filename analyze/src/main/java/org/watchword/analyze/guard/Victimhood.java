package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;

/** <i>Treated like animals</i>, <i>described as vermin</i>: says what others do to the group. */
final class Victimhood implements Guard {

    private static final int NEAR = 5;

    @Override
    public String name() {
        return "victimhood";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        WordList passive = finding.cues("guard-treated-as");
        int at = finding.find(
                passive, finding.match().from() - NEAR, finding.match().to());
        if (at >= 0 && finding.find(finding.cues("guard-deserved"), 0, at) < 0) {
            return Optional.of("what is done to them: " + finding.quoted(finding.words(), passive, at));
        }
        WordList fear = finding.cues("guard-feared");
        at = finding.findGoverning(fear, finding.clauseStart(), finding.match().from() + 1);
        return at < 0
                ? Optional.empty()
                : Optional.of("what they suffer or fear: " + finding.quoted(finding.words(), fear, at));
    }
}
