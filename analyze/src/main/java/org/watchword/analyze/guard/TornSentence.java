package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * The rest of a sentence that a page's number or a line break tore: <i>promised not to … 21 … attack them by land</i>. What looks like
 * an order hangs on words that stand elsewhere.
 */
final class TornSentence {

    /** Page numbers and running heads between the halves. */
    private static final int SENTENCES_BACK = 3;

    private TornSentence() {}

    /** The word that the sentence before breaks off at, when the match opens a sentence in small letters. */
    static Optional<String> before(Finding finding) {
        Words words = finding.words();
        if (finding.match().from() > 0
                || !Character.isLowerCase(words.get(0).surface().codePointAt(0))) {
            return Optional.empty();
        }
        WordList open = finding.cues("guard-open-ends");
        for (int s = finding.sentence() - 1; s >= Math.max(0, finding.sentence() - SENTENCES_BACK); s--) {
            Words before = finding.sentences().get(s);
            Word last = before.size() == 0 ? null : before.get(before.size() - 1);
            if (last != null && before.all().stream().anyMatch(TornSentence::spelt)) {
                return open.has(last) ? Optional.of("“" + last.surface() + "”") : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean spelt(Word word) {
        return word.surface().codePoints().anyMatch(Character::isLetter);
    }
}
