package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * <i>Calling people vermin is a crime</i>; <i>I reject the lie that …</i>; <i>… That is hate speech.</i> The match must be spoken of:
 * <i>we condemn these people, they are vermin</i> and <i>they cry racism, but they are vermin</i> condemn no words.
 */
final class Condemnation implements Guard {

    private static final int NEAR = 7;
    private static final int DENIAL = 4;
    private static final int OPENING = 2;

    @Override
    public String name() {
        return "condemnation";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        if (Affirmation.of(finding).isPresent()) {
            return Optional.empty();
        }
        Words words = finding.words();
        int start = finding.match().from();
        int scope = finding.seesClauses() ? finding.scopeStart() : 0;
        int end = finding.seesClauses() ? finding.clauseEnd() : words.size();
        WordList spoken = finding.cues("guard-spoken-things");
        boolean embedded =
                !finding.seesClauses() || finding.find(spoken, scope, start) >= 0 || spoken.has(words.get(start));
        WordList verbs = finding.cues("guard-condemning");
        if (finding.find(finding.cues("guard-scorned"), scope, start) < 0) {
            for (int at = scope; at < start; at++) {
                boolean near = finding.find(spoken, at + 1, Math.min(at + NEAR, start + 2)) >= 0;
                boolean me = finding.cues("guard-me").has(words.get(at + 1));
                if (!verbs.endsAt(words, at).isEmpty() && !me && near && !finding.denied(at, DENIAL)) {
                    return reason(finding, words, verbs, at);
                }
            }
        }
        WordList meta = finding.cues("guard-condemned-words");
        for (int at = scope; at < end; at++) {
            boolean outside = at < start || at >= finding.match().to();
            if (outside
                    && !meta.endsAt(words, at).isEmpty()
                    && (embedded || leads(finding, at) || relative(finding, at) || predicated(finding, at))
                    && !saidOfGroup(finding, at)
                    && !disclaimed(finding, at)
                    && !finding.denied(at, DENIAL)) {
                return reason(finding, words, meta, at);
            }
        }
        WordList verdicts = finding.cues("guard-verdicts");
        int verdict = embedded ? finding.find(verdicts, scope, end) : -1;
        if (verdict >= 0) {
            return reason(finding, words, verdicts, verdict);
        }
        if (subjectOfItsSentence(finding, scope)) {
            return Optional.of("spoken of, not said: " + finding.quoted(words, spoken, scope));
        }
        WordList replies = finding.cues("guard-replies");
        int reply = finding.find(replies, finding.match().to(), words.size());
        if (reply >= 0 && !finding.denied(reply, OPENING)) {
            return reason(finding, words, replies, reply);
        }
        Optional<String> same = judged(finding, words, end + 1);
        return same.isPresent() ? same : next(finding);
    }

    /** <i>The prejudice that</i> they are thieves; <i>this is racist propaganda:</i> … */
    private static boolean leads(Finding finding, int at) {
        int from = finding.match().from();
        int start = finding.words().folded(from).equals(":") ? from + 1 : from;
        if (at >= start || finding.endOf(finding.cues("guard-condemned-words"), at) != start - 1) {
            return false;
        }
        Words words = finding.words();
        return finding.cues("guard-that").has(words.get(start - 1))
                || words.folded(start - 1).equals(":")
                        && finding.find(finding.cues("guard-back-reference"), at - DENIAL, at) >= 0;
    }

    /** “…” <i>is hate speech</i>: the match is what the sentence is about. */
    private static boolean predicated(Finding finding, int at) {
        int after = finding.match().to();
        return at > after
                && at - after < NEAR
                && finding.cues("guard-finite").has(finding.words().get(after));
    }

    /** …, <i>which is racist</i>. */
    private static boolean relative(Finding finding, int at) {
        int back = finding.find(finding.cues("guard-which"), finding.match().to(), at);
        return back >= 0 && at - back < NEAR;
    }

    /** <i>Teaching children that they are devils</i> is …, whatever follows but praise. */
    private static boolean subjectOfItsSentence(Finding finding, int scope) {
        Words words = finding.words();
        int after = finding.match().to();
        WordList opening = finding.cues("guard-saying-subject");
        boolean opens = finding.find(opening, scope, scope + OPENING) >= 0
                && scope < finding.match().from();
        return opens
                && after < words.size()
                && finding.cues("guard-finite").has(words.get(after))
                && (after + 1 >= words.size() || !finding.cues("guard-negators").has(words.get(after + 1)));
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
        Words following = finding.sentences().get(index);
        WordList replies = finding.cues("guard-replies");
        int reply = Finding.find(following, replies, 0, NEAR);
        return reply >= 0 && !Denial.before(finding, following, reply, reply - OPENING)
                ? reason(finding, following, replies, reply)
                : judged(finding, following, 0);
    }

    /** Whether words that begin at a place point back and condemn: <i>That is hate speech</i>. */
    private static Optional<String> judged(Finding finding, Words words, int from) {
        if (Finding.find(words, finding.cues("guard-back-reference"), from, from + 2) < 0) {
            return Optional.empty();
        }
        WordList meta = finding.cues("guard-condemned-words");
        WordList verdicts = finding.cues("guard-verdicts");
        for (WordList list : java.util.List.of(meta, verdicts)) {
            int at = Finding.find(words, list, from, from + NEAR);
            if (at >= 0 && !Denial.before(finding, words, at, from)) {
                return reason(finding, words, list, at);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(Finding finding, Words words, WordList list, int at) {
        return Optional.of("condemned: " + finding.quoted(words, list, at));
    }
}
