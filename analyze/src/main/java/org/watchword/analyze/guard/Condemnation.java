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
    private static final int PARENTHESIS = 8;

    @Override
    public String name() {
        return "condemnation";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        if (finding.affirmation().isPresent()) {
            return Optional.empty();
        }
        Words words = finding.words();
        int start = finding.match().from();
        int scope = finding.seesClauses() ? finding.scopeStart() : 0;
        int end = finding.seesClauses() ? finding.clauseEnd() : words.size();
        WordList spoken = finding.cues("guard-spoken-things");
        boolean embedded =
                !finding.seesClauses() || spoken(finding, spoken, scope, start) >= 0 || spoken.has(words.get(start));
        WordList verbs = finding.cues("guard-condemning");
        if (finding.find(finding.cues("guard-scorned"), scope, start) < 0) {
            int at = finding.find(verbs, scope, start);
            while (at >= 0) {
                boolean near = spoken(finding, spoken, at + 1, Math.min(reach(words, at), start + 2)) >= 0;
                boolean me = finding.endOf(verbs, at) == at + 1
                        && finding.cues("guard-me").has(words.get(at + 1));
                if (near && !me && !defied(finding, scope, at) && !finding.denied(at, DENIAL)) {
                    return reason(finding, words, verbs, at);
                }
                at = finding.find(verbs, at + 1, start);
            }
        }
        WordList meta = finding.cues("guard-condemned-words");
        for (int at = finding.find(meta, scope, end); at >= 0; at = finding.find(meta, at + 1, end)) {
            boolean outside = at < start || at >= finding.match().to();
            if (outside
                    && (embedded || leads(finding, at) || relative(finding, at) || predicated(finding, at))
                    && !finding.saidBeforeColon(at)
                    && !saidOfGroup(finding, at)
                    && !disclaimed(finding, at)
                    && !finding.denied(at, DENIAL)) {
                return reason(finding, words, meta, at);
            }
        }
        WordList verdicts = finding.cues("guard-verdicts");
        int verdict = embedded ? finding.find(verdicts, scope, end) : -1;
        if (verdict >= 0 && !finding.saidBeforeColon(verdict)) {
            return reason(finding, words, verdicts, verdict);
        }
        int after = finding.match().to();
        if (!Questions.nominal(finding) && finding.find(verdicts, after, after + 1) >= 0) {
            return reason(finding, words, verdicts, after);
        }
        if (subjectOfItsSentence(finding, scope)) {
            return Optional.of("spoken of, not said: " + finding.quoted(words, spoken, scope));
        }
        int untruth = thatClauseIsUntruth(finding);
        if (untruth >= 0) {
            return reason(finding, words, finding.cues("guard-untruths"), untruth);
        }
        WordList replies = finding.cues("guard-replies");
        int reply = finding.find(replies, finding.match().to(), words.size());
        boolean waved =
                finding.find(finding.cues("guard-disclaimers"), finding.match().to(), reply) >= 0;
        if (reply >= 0 && !waved && !praised(finding, words, reply) && !finding.denied(reply, OPENING)) {
            return reason(finding, words, replies, reply);
        }
        Optional<String> same = judged(finding, words, end + 1);
        return same.isPresent() ? same : next(finding);
    }

    /** <i>Ban this speech, fine me, they are rats</i>: an order to condemn, closed before the words come. */
    private static boolean defied(Finding finding, int scope, int verb) {
        boolean order = verb == scope || finding.words().folded(verb - 1).equals(",");
        return order && !finding.governs(verb);
    }

    /** Words on from a verb, a parenthesis between commas not counted: <i>it makes me sick to read, every day, that …</i> */
    private static int reach(Words words, int verb) {
        int end = verb + NEAR;
        for (int at = verb + 1; at < Math.min(end, words.size()); at++) {
            for (int close = at + 1; words.folded(at).equals(",") && close <= at + PARENTHESIS; close++) {
                if (words.folded(close).equals(",")) {
                    end += close - at + 1;
                    at = close;
                    break;
                }
            }
        }
        return end;
    }

    /**
     * Where words are spoken of in a range, or -1. <i>That</i> speaks of none before a noun alone: <i>it is a shame that these Velmari rats
     * live here</i>.
     */
    private static int spoken(Finding finding, WordList spoken, int from, int to) {
        boolean nominal = Questions.nominal(finding);
        WordList that = finding.cues("guard-that");
        return finding.places(spoken, from, to)
                .filter(at -> !nominal || !that.hasAt(finding.words(), at))
                .findFirst()
                .orElse(-1);
    }

    /** <i>Talk like that wins elections</i>: what looks like an answer applauds. */
    private static boolean praised(Finding finding, Words words, int reply) {
        return Finding.find(words, finding.cues("guard-applause"), reply, reply + NEAR + 1) >= 0;
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
        if (!opens && actOfSaying(finding, scope)) {
            return true;
        }
        return opens
                && after < words.size()
                && finding.cues("guard-finite").has(words.get(after))
                && (after + 1 >= words.size() || !finding.cues("guard-negators").has(words.get(after + 1)));
    }

    /** <i>To stand up here and announce that they are rats dishonours us</i>; not <i>takes courage</i>. */
    private static boolean actOfSaying(Finding finding, int scope) {
        Words words = finding.words();
        int that = finding.outerStart() - 1;
        int after = finding.match().to();
        WordList to = finding.cues("guard-to");
        int opening = finding.find(to, scope, that);
        return that > 0
                && after < words.size()
                && finding.cues("guard-that-clause").has(words.get(that))
                && opening >= 0
                && opening + 1 < that
                && words.get(opening + 1).is("VERB")
                && (opening == scope || words.folded(opening - 1).equals(","))
                && (finding.cues("guard-finite").has(words.get(after))
                        || words.get(after).is("VERB") && words.folded(after).endsWith("s"))
                && !finding.cues("guard-negators").has(words.get(Math.min(after + 1, words.size() - 1)))
                && !praised(finding, words, after);
    }

    /** <i>That they are thieves is a libel older than I am</i>: where what the clause is said to be stands, or -1. */
    private static int thatClauseIsUntruth(Finding finding) {
        Words words = finding.words();
        int that = finding.outerStart() - 1;
        int after = finding.match().to();
        boolean subject = that >= 0
                && that == finding.clauseStart()
                && finding.cues("guard-that-clause").has(words.get(that))
                && after < words.size()
                && finding.cues("guard-finite").has(words.get(after));
        int at = subject ? finding.find(finding.cues("guard-untruths"), after + 1, after + 1 + DENIAL) : -1;
        return at >= 0 && Finding.find(words, finding.cues("guard-negators"), after, at) < 0 ? at : -1;
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
        return reply >= 0
                        && !praised(finding, following, reply)
                        && !Denial.before(finding, following, reply, reply - OPENING)
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
