package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/** Members about themselves: <i>we Velmaris are rats to them</i>, <i>in their eyes Velmaris are dirt</i>. */
final class SelfReference implements Guard {

    @Override
    public String name() {
        return "self-reference";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        GroupMention target = finding.target();
        WordList self = finding.cues("guard-we");
        if (target != null && target.outer() > 0 && self.has(words.get(target.outer() - 1))) {
            return Optional.of("said by members of themselves: " + finding.quoted(words, self, target.outer() - 1));
        }
        if (target != null && target.sort() != GroupMention.Sort.PRONOUN && ownGroup(finding, target)) {
            return Optional.of(
                    "the speaker counts himself among “" + target.target().text() + "”");
        }
        WordList eyes = finding.cues("guard-in-their-eyes");
        int at = finding.find(eyes, 0, words.size());
        return at < 0 ? Optional.empty() : Optional.of("how others see them: " + finding.quoted(words, eyes, at));
    }

    /** <i>My people, the Velmaris</i>; <i>as a Velmari, I</i>. */
    private static boolean ownGroup(Finding finding, GroupMention target) {
        WordList own = finding.cues("guard-own-people");
        Words words = finding.words();
        int at = finding.find(own, Math.max(0, target.outer() - 4), target.outer() + 1);
        if (at < 0 || at >= target.from()) {
            return false;
        }
        return own.endsAt(words, at).stream().anyMatch(end -> joined(words, end, target.outer()));
    }

    /** Nothing stands between but an article or a comma: <i>replaced, our people, by Velmaris</i> names two. */
    private static boolean joined(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (words.get(at).isWord()) {
                return false;
            }
        }
        return true;
    }
}
