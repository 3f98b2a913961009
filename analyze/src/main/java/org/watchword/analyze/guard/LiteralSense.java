package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * Real animals, diseases, products and games: <i>dog handlers</i>, <i>virus carriers were tested in the clinic</i>. It sees a noun that
 * goes on after the match, or words of a literal field (kennel, clinic, league) in the sentence.
 */
final class LiteralSense implements Guard {

    private static final String PREPOSITIONS = "guard-prepositions";

    @Override
    public String name() {
        return "literal";
    }

    /** <i>Conditions for the Velmaris are inhuman</i>: where the preposition before the group stands when it opens the match, or -1. */
    private static int preposition(Finding finding) {
        GroupMention target = finding.target();
        Words words = finding.words();
        if (target == null
                || finding.match().from() < target.outer()
                || finding.match().from() > target.from()) {
            return -1;
        }
        for (int at = Math.max(0, target.outer() - 1); at < target.from(); at++) {
            boolean counted = at > 0 && finding.cues("guard-quantities").has(words.get(at - 1));
            if (finding.cues(PREPOSITIONS).has(words.get(at)) && !counted && at > 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        int end = finding.match().to();
        int preposition = preposition(finding);
        if (preposition >= 0) {
            return Optional.of("said of what stands before "
                    + finding.quoted(words, finding.cues(PREPOSITIONS), preposition) + ", not of the group");
        }
        WordList heads = finding.cues("guard-literal-heads");
        if (end < words.size() && heads.has(words.get(end))) {
            Word next = words.get(end);
            return Optional.of("the words go on to “" + next.surface() + "”: not said of the group");
        }
        WordList fields = finding.cues("guard-literal-fields");
        int from = finding.match().from();
        int at = finding.find(fields, 0, from);
        if (at < 0) {
            at = finding.find(fields, end, words.size());
        }
        return at < 0 ? Optional.empty() : Optional.of("a literal sense is near: " + finding.quoted(words, fields, at));
    }
}
