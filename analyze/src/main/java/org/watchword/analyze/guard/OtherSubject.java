package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Category;

/** A group that opens the match without being its subject: the end of a phrase that is. */
final class OtherSubject {

    /** Words between a relative pronoun and its verb: <i>who have since attacked</i>. */
    private static final int RELATIVE = 4;

    private OtherSubject() {}

    /** Why the words are not said of the group, where they are said of what it belongs to. */
    static Optional<String> lowers(Finding finding) {
        GroupMention target = finding.target();
        if (target == null
                || Questions.nominal(finding)
                || finding.match().from() < target.outer()
                || finding.match().from() > target.from()) {
            return Optional.empty();
        }
        if (possessor(finding, target)) {
            return Optional.of("said of what belongs to the group");
        }
        int preposition = preposition(finding, target);
        if (preposition >= 0) {
            return Optional.of("said of what stands before "
                    + finding.quoted(finding.words(), finding.cues("guard-prepositions"), preposition)
                    + ", not of the group");
        }
        int verb = relativeClause(finding, target);
        return verb < 0
                ? Optional.empty()
                : Optional.of("said of those who “" + finding.words().get(verb).surface() + "” them, not of the group");
    }

    /** <i>The women's useful idiots</i>: no form of <i>to be</i> for a noun follows. What is done to what they have is done to them. */
    private static boolean possessor(Finding finding, GroupMention target) {
        Words words = finding.words();
        int next = target.to() + 1;
        String category = finding.category().id();
        return next < words.size()
                && next < finding.match().to()
                && words.folded(target.to()).equals("'s")
                && (words.get(next).is("NOUN") || words.get(next).is("ADJ"))
                && (category.startsWith("dehumanization.")
                        || finding.category() == Category.SUPERIORITY
                        || finding.category() == Category.STEREOTYPE_CRIMINAL
                        || finding.category() == Category.DENIAL_IDENTITY);
    }

    /** <i>Conditions for the Velmaris are inhuman</i>: where the preposition before the group stands, or -1. */
    private static int preposition(Finding finding, GroupMention target) {
        Words words = finding.words();
        for (int at = Math.max(0, target.outer() - 1); at < target.from(); at++) {
            boolean counted = at > 0
                    && (finding.cues("guard-quantities").has(words.get(at - 1))
                            || finding.cues("group-origin-prepositions").has(words.get(at))
                                    && finding.cues("group-people").has(words.get(at - 1)));
            boolean opens = at == 0 || !words.get(at - 1).isWord();
            if (finding.cues("guard-prepositions").has(words.get(at)) && !counted && !opens) {
                return at;
            }
        }
        return -1;
    }

    /**
     * <i>The men who shot the Velmaris must be killed</i>: where the verb stands whose object the group is, in a relative clause before the
     * words, or -1. Not <i>who say the Velmaris must be killed</i>, whose object is all of it.
     */
    private static int relativeClause(Finding finding, GroupMention target) {
        Words words = finding.words();
        int verb = target.outer() - 1;
        if (verb < 2
                || !words.get(verb).is("VERB")
                || finding.cues("guard-saying-verbs").has(words.get(verb))
                || finding.cues("guard-factive").has(words.get(verb))) {
            return -1;
        }
        for (int at = verb - 1; at >= Math.max(1, verb - RELATIVE); at--) {
            if (finding.cues("guard-that").has(words.get(at))) {
                return words.get(at - 1).is("NOUN")
                                || words.get(at - 1).is("PRON")
                                || words.get(at - 1).is("DET")
                        ? verb
                        : -1;
            }
            if (words.get(at).is("NOUN")
                    || words.get(at).is("VERB")
                    || !words.get(at).isWord()) {
                return -1;
            }
        }
        return -1;
    }
}
