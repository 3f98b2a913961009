package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/** The target is no protected group as such: members by trade, party or firm, or only <i>some</i> of them. */
final class NotAGroup implements Guard {

    @Override
    public String name() {
        return "not-a-group";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        GroupMention target = finding.target();
        if (target == null) {
            return Optional.empty();
        }
        if (target.sort() == GroupMention.Sort.TRADE) {
            return Optional.of("“" + target.target().text() + "” are a trade, party or firm, not the group");
        }
        Words words = finding.words();
        WordList some = finding.cues("guard-some");
        for (int at = Math.max(0, target.outer() - 3); at < target.from(); at++) {
            for (int end : some.endsAt(words, at)) {
                if (end >= target.outer() && !words.folded(at - 1).equals("of")) {
                    return Optional.of("said of " + finding.quoted(words, some, at) + " of them, not of the group");
                }
            }
        }
        return Optional.empty();
    }
}
