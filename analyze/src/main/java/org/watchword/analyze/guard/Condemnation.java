package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * <i>Calling people vermin is a crime</i>; <i>I reject the lie that …</i>; <i>… That is hate speech.</i> Not: <i>we condemn these
 * people, they are vermin</i>, where the group is what is condemned.
 */
final class Condemnation implements Guard {

    private static final int NEAR = 7;

    @Override
    public String name() {
        return "condemnation";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        WordList meta = finding.cues("guard-condemned-words");
        WordList verbs = finding.cues("guard-condemning");
        WordList spoken = finding.cues("guard-spoken-things");
        WordList verdicts = finding.cues("guard-verdicts");
        for (int at = 0; at < words.size(); at++) {
            boolean outside =
                    at < finding.match().from() || at >= finding.match().to();
            if (outside && !meta.endsAt(words, at).isEmpty() && !saidOfGroup(finding, at) && !disclaimed(finding, at)) {
                return reason(finding, words, meta, at);
            }
        }
        for (int at = 0; at < finding.match().from(); at++) {
            if (!verbs.endsAt(words, at).isEmpty()
                    && finding.find(
                                    spoken,
                                    at + 1,
                                    Math.min(at + NEAR, finding.match().from() + 1))
                            >= 0) {
                return reason(finding, words, verbs, at);
            }
        }
        int verdict = finding.find(verdicts, 0, words.size());
        if (verdict >= 0 && finding.find(spoken, 0, finding.match().from() + 1) >= 0) {
            return reason(finding, words, verdicts, verdict);
        }
        return next(finding);
    }

    /** <i>Their racist leaders</i>: the word blames the group, not what was said. */
    private static boolean saidOfGroup(Finding finding, int at) {
        GroupMention target = finding.target();
        return target != null && at >= target.outer() && at < target.to();
    }

    /** <i>Call me racist, but …</i>; <i>it is not hatred to say …</i>: the word is waved away, not meant. */
    private static boolean disclaimed(Finding finding, int at) {
        WordList disclaimers = finding.cues("guard-disclaimers");
        for (int start = Math.max(0, at - 3); start <= at; start++) {
            for (int end : disclaimers.endsAt(finding.words(), start)) {
                if (end > at) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<String> next(Finding finding) {
        int index = finding.sentence() + 1;
        if (index >= finding.sentences().size()) {
            return Optional.empty();
        }
        Words words = finding.sentences().get(index);
        WordList back = finding.cues("guard-back-reference");
        WordList meta = finding.cues("guard-condemned-words");
        WordList verdicts = finding.cues("guard-verdicts");
        if (Finding.find(words, back, 0, 2) < 0) {
            return Optional.empty();
        }
        int at = Finding.find(words, meta, 0, NEAR);
        if (at >= 0) {
            return reason(finding, words, meta, at);
        }
        at = Finding.find(words, verdicts, 0, NEAR);
        return at >= 0 ? reason(finding, words, verdicts, at) : Optional.empty();
    }

    private static Optional<String> reason(Finding finding, Words words, WordList list, int at) {
        return Optional.of("condemned: " + finding.quoted(words, list, at));
    }
}
