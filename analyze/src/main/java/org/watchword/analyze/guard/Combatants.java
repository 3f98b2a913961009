package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;

/** The target is armed members only. Words that take in civilians (<i>there are no uninvolved</i>) reopen it. */
final class Combatants implements Guard {

    @Override
    public String name() {
        return "combatants";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        GroupMention target = finding.target();
        Words words = finding.words();
        if (target == null || finding.find(finding.cues("guard-civilians"), 0, words.size()) >= 0) {
            return Optional.empty();
        }
        if (target.sort() == GroupMention.Sort.COMBATANT) {
            return Optional.of("“" + target.target().text() + "” are armed members, not the group");
        }
        return Optional.empty();
    }
}
