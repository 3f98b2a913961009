package org.watchword.analyze.guard;

import java.util.List;
import java.util.Optional;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Mention;
import org.watchword.model.Quote;

/** What somebody tells that he heard, was told or was asked about: the words are others', whom nobody may name. */
final class Hearsay {

    private static final int FIRST_PERSON = 6;

    private Hearsay() {}

    /**
     * <i>He said “…”</i> where nothing stands before that could say who is meant: why nobody is named for it. In the middle of a text he
     * has been named, even where two may be meant.
     */
    static Optional<String> onlyPronoun(Finding finding, Quote quote) {
        Mention speaker = quote.speaker();
        if (speaker == null || speaker.name() != null || finding.sentence() > 0) {
            return Optional.empty();
        }
        String word = Folding.fold(speaker.text(), finding.language());
        return finding.cues("guard-third-persons").startingWith(word).contains(List.of(word))
                ? Optional.of("nobody is named for the words but “" + speaker.text() + "”")
                : Optional.empty();
    }

    /** <i>We heard on the radio that</i>, <i>I was told at school that</i>: others said it to whoever tells it. */
    static boolean heard(Finding finding, int verb) {
        Words words = finding.words();
        boolean told = finding.cues("guard-hearing").has(words.get(verb))
                || finding.cues("guard-being-told").has(words.get(verb))
                        && verb > 0
                        && finding.cues("guard-finite").has(words.get(verb - 1));
        return told
                        && finding.find(
                                        finding.cues("guard-source-prepositions"),
                                        verb + 1,
                                        finding.match().from())
                                >= 0
                || toldUs(finding, verb);
    }

    /** <i>The priest taught us that</i>; not <i>let me tell you that</i>, <i>experience tells us that</i>. */
    private static boolean toldUs(Finding finding, int verb) {
        Words words = finding.words();
        int from = Math.max(finding.clauseStart(), verb - FIRST_PERSON);
        return finding.cues("guard-telling").has(words.get(verb))
                && finding.cues("guard-me").has(words.get(Math.min(verb + 1, words.size() - 1)))
                && finding.find(finding.cues("guard-impersonal"), from, verb) < 0
                && finding.find(finding.cues("guard-own-texts"), from, verb) < 0;
    }

    /** <i>… are rats he claims</i>: the verb of somebody else at the end of the sentence, or -1. */
    static int trailing(Finding finding) {
        Words words = finding.words();
        int at = finding.match().to();
        if (at < words.size() && words.folded(at).equals(",")) {
            at++;
        }
        int after = at + 2;
        return after <= words.size()
                        && finding.cues("guard-third-persons").has(words.get(at))
                        && finding.cues("guard-saying-verbs").has(words.get(at + 1))
                        && (after == words.size() || !words.get(after).isWord())
                ? at + 1
                : -1;
    }

    /** <i>What did the mob sing? That they are vermin</i>: the verb of the question, or -1. */
    static int answersWhatWasSaid(Finding finding) {
        Words words = finding.words();
        int that = finding.outerStart() - 1;
        boolean first = that == 0
                || that > 0
                        && words.folded(that - 1).equals(",")
                        && finding.cues("guard-that-clause").has(words.get(0));
        if (!first
                || finding.sentence() == 0
                || !finding.cues("guard-that-clause").has(words.get(that))) {
            return -1;
        }
        Words before = finding.sentences().get(finding.sentence() - 1);
        if (Finding.find(before, finding.cues("guard-first-person"), 0, before.size()) >= 0) {
            return -1;
        }
        return Finding.find(before, finding.cues("guard-saying-verbs"), 0, before.size());
    }
}
