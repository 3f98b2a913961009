package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * Tells a negator that takes words back from one that drives them home: <i>not</i> in <i>not only</i>, <i>nobody can deny</i>, <i>I do
 * not hesitate to say</i>, <i>do not forget</i> (lists {@code guard-pretended-negation} and {@code guard-asserting-negation}).
 */
final class Denial {

    /** Words between a negator and what it turns into an assertion: <i>not for a moment hesitate</i>. */
    private static final int BETWEEN = 5;
    /** Words between <i>what</i> and a negator in its clause. */
    private static final int SUBJECT = 6;

    private Denial() {}

    /** Whether the word is a negator that denies what comes before {@code until}. */
    static boolean at(Finding finding, Words words, int at, int until) {
        WordList negators = finding.cues("guard-negators");
        if (negators.endsAt(words, at).isEmpty() || pretended(finding, words, at)) {
            return false;
        }
        if (unsaidByOthers(finding, words, at, until)
                || deniesNounOnly(finding, words, at, until)
                || elliptic(finding, words, at)
                || needless(finding, words, at, until)) {
            return false;
        }
        WordList asserting = finding.cues("guard-asserting-negation");
        return Finding.find(words, asserting, at + 1, Math.min(until, at + 1 + BETWEEN)) < 0;
    }

    /** <i>What the ministers dare not tell you</i>: what others will not say is said now. Not <i>what I am not saying is that …</i> */
    private static boolean unsaidByOthers(Finding finding, Words words, int negator, int until) {
        for (int what = negator - 1; what >= Math.max(0, negator - SUBJECT); what--) {
            if (words.folded(what).equals(",")) {
                return false;
            }
            if (finding.cues("guard-what").has(words.get(what))) {
                int end = Math.min(until, negator + 1 + BETWEEN);
                boolean own = Finding.find(words, finding.cues("guard-first-person"), what + 1, negator) >= 0;
                return !own && Finding.find(words, finding.cues("guard-unsaid"), what + 1, end) >= 0;
            }
        }
        return false;
    }

    /** <i>Even without guns they are animals</i>; but <i>without calling them animals</i>, <i>without these animals</i>. */
    private static boolean deniesNounOnly(Finding finding, Words words, int negator, int until) {
        return finding.cues("guard-negating-prepositions").has(words.get(negator))
                && negator + 1 < until
                && !words.folded(negator + 1).endsWith("ing")
                && !finding.cues("guard-determiners").has(words.get(negator + 1));
    }

    /** <i>Whether the court likes it or not, they are</i> …: the negator ends its clause. */
    private static boolean elliptic(Finding finding, Words words, int negator) {
        return negator > 0
                && finding.cues("guard-or").has(words.get(negator - 1))
                && (negator + 1 >= words.size() || !words.get(negator + 1).isWord());
    }

    /** <i>It takes no scholar to see that</i> … */
    private static boolean needless(Finding finding, Words words, int negator, int until) {
        return negator > 0
                && finding.cues("guard-needing").has(words.get(negator - 1))
                && Finding.find(
                                words,
                                finding.cues("guard-factive"),
                                negator + 1,
                                Math.min(until, negator + 1 + BETWEEN))
                        >= 0;
    }

    /** <i>Not only</i>, <i>not simply</i>; but <i>you cannot simply say that</i> forbids. */
    private static boolean pretended(Finding finding, Words words, int at) {
        boolean forbids = at > 0
                && at + 2 < words.size()
                && finding.cues("guard-permission").has(words.get(at - 1))
                && finding.cues("guard-hasty").has(words.get(at + 1))
                && finding.cues("guard-saying-verbs").has(words.get(at + 2));
        return !forbids
                && !finding.cues("guard-pretended-negation").endsAt(words, at).isEmpty();
    }

    /** Whether a negator that denies stands in {@code [from, until)}. */
    static boolean before(Finding finding, Words words, int until, int from) {
        WordList negators = finding.cues("guard-negators");
        int at = Finding.find(words, negators, from, until);
        while (at >= 0 && !at(finding, words, at, until)) {
            at = Finding.find(words, negators, at + 1, until);
        }
        return at >= 0;
    }
}
