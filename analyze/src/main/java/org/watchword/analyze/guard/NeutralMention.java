package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;

/** The group is protected, honoured or mourned where the words stand: <i>protect Velmaris from those who would drive them out</i>. */
final class NeutralMention implements Guard {

    private static final int NEAR = 6;

    @Override
    public String name() {
        return "neutral";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        WordList protection = finding.cues("guard-protecting");
        int at = finding.find(
                protection, finding.match().from() - NEAR, finding.match().from() + 1);
        return at < 0
                ? Optional.empty()
                : Optional.of("the group is protected or mourned: " + finding.quoted(finding.words(), protection, at));
    }
}
