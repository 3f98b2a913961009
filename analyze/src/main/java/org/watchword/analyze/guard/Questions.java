package org.watchword.analyze.guard;

import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * What a question does with the words in it. <i>Are they rats?</i> asks. <i>Why do we let these rats live among us?</i>, <i>Do you not
 * see that they are rats?</i>, <i>They are rats, aren't they?</i> and <i>They are rats, and who will free us?</i> assert.
 */
final class Questions {

    private Questions() {}

    /** Whether a question mark closes the sentence of the match. */
    static boolean asks(Finding finding) {
        Words words = finding.words();
        for (int at = finding.match().from(); at < words.size(); at++) {
            String mark = words.folded(at);
            // Armenian sets its mark on the word that is asked for.
            boolean armenian = words.get(at).surface().indexOf('՞') >= 0;
            boolean after = at >= finding.match().to();
            if (armenian || after && (mark.equals("?") || mark.equals("؟"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the question takes the words of the match for granted. */
    static boolean asserts(Finding finding) {
        return finding.seesClauses() && (pressed(finding) || presupposed(finding) || tagged(finding));
    }

    /** <i>Do you not see that …?</i>, <i>can anyone doubt that …?</i>, <i>isn't it clear that …?</i> press for a yes. */
    private static boolean pressed(Finding finding) {
        if (before(finding, "guard-pressing-questions")) {
            return true;
        }
        if (asks(finding) && (before(finding, "guard-doubting") || ownBurden(finding))) {
            return true;
        }
        int start = finding.clauseStart();
        int match = finding.match().from();
        int negator = finding.find(finding.cues("guard-negators"), start, match);
        return negator >= 0 && finding.find(finding.cues("guard-factive"), negator, match) >= 0;
    }

    /** <i>Why do we let …?</i>, <i>how long …?</i> suppose the rest, and any question supposes its nouns, unless it asks about words: not what
     * one thinks of <i>these Velmari rats</i>. */
    private static boolean presupposed(Finding finding) {
        if (nominal(finding) && before(finding, "guard-thinking-questions")) {
            return true;
        }
        if (callsForDoers(finding) || givesReason(finding)) {
            return true;
        }
        if (before(finding, "guard-reporting") || tellsOf(finding)) {
            return false;
        }
        int start = finding.clauseStart();
        return nominal(finding) || finding.endOf(finding.cues("guard-supposing-questions"), start) > 0;
    }

    /** <i>Must I really prove to you that …?</i> */
    private static boolean ownBurden(Finding finding) {
        int match = finding.match().from();
        int end = finding.endOf(finding.cues("guard-own-burden"), finding.clauseStart());
        return end > 0
                && (finding.find(finding.cues("guard-factive"), end, match) >= 0
                        || finding.find(finding.cues("guard-saying-verbs"), end, match) >= 0);
    }

    /** A verb of saying stands before the match; <i>tell me</i> and <i>tell us</i> only ask. */
    private static boolean tellsOf(Finding finding) {
        Words words = finding.words();
        WordList me = finding.cues("guard-me");
        return finding.places(
                        finding.cues("guard-saying-verbs"),
                        finding.clauseStart(),
                        finding.match().from())
                .anyMatch(at -> !me.has(words.get(Math.min(at + 1, words.size() - 1))));
    }

    /** <i>Why should they not live like rats, when they are rats?</i> The clause says why it is asked. */
    private static boolean givesReason(Finding finding) {
        int link = finding.outerStart() - 1;
        int clause = finding.clauseStart();
        return link > clause
                && finding.cues("guard-reason-links").has(finding.words().get(link))
                && finding.cues("guard-open-questions").has(finding.words().get(clause));
    }

    /** <i>Who will sweep them out, if not we?</i>: the words of the match are what somebody is wanted for. */
    private static boolean callsForDoers(Finding finding) {
        return finding.endOf(finding.cues("guard-volunteer-questions"), finding.clauseStart())
                == finding.match().from();
    }

    /** A statement comes first, and only then the question: a tag, or a clause of its own. */
    private static boolean tagged(Finding finding) {
        Words words = finding.words();
        if (finding.endOf(finding.cues("guard-question-openers"), finding.clauseStart()) > 0) {
            return false;
        }
        for (int at = finding.match().to(); at < words.size(); at++) {
            if (words.folded(at).equals(",")) {
                return finding.endOf(finding.cues("guard-question-tags"), at + 1) > 0;
            }
        }
        return false;
    }

    private static boolean before(Finding finding, String list) {
        return finding.find(
                        finding.cues(list),
                        finding.clauseStart(),
                        finding.match().from())
                >= 0;
    }

    /** No verb stands in the match: <i>these Velmari rats</i>. */
    static boolean nominal(Finding finding) {
        if (!finding.seesClauses()) {
            return false;
        }
        WordList finite = finding.cues("guard-finite");
        for (int at = finding.match().from(); at < finding.match().to(); at++) {
            Word word = finding.words().get(at);
            if (word.is("VERB") || word.is("AUX") || word.pos().isEmpty() || finite.has(word)) {
                return false;
            }
        }
        return true;
    }
}
