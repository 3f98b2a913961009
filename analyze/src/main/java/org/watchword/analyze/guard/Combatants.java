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
        if (target.sort() == GroupMention.Sort.COMBATANT && !civiliansToo(finding, target)) {
            return Optional.of("“" + target.target().text() + "” are armed members, not the group");
        }
        return Optional.empty();
    }

    /** <i>Destroy their army and after it every last Velmari</i>: the group itself follows in the same clause. */
    private static boolean civiliansToo(Finding finding, GroupMention target) {
        int end = finding.clauseEnd();
        return finding.mentions().get(finding.sentence()).stream()
                .filter(mention ->
                        mention.target().group().equals(target.target().group()))
                .filter(mention ->
                        mention.sort() == GroupMention.Sort.NAME || mention.sort() == GroupMention.Sort.MEMBER)
                .anyMatch(mention -> mention.from() >= target.to() && mention.to() <= end);
    }
}
