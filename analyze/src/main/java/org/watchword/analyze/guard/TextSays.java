package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;

/**
 * <i>They told of flyers that said they are animals</i>; <i>a circular of 1934 which states that …</i>: whoever is named for the words, a
 * text says them. Not <i>our oath, which says that …</i>, by which one swears.
 */
final class TextSays {

    /** Auxiliaries and adverbs before the verb. */
    private static final int BEFORE_VERB = 2;
    /** Words between the text and the relative pronoun: <i>a circular of the year 1934 which</i>. */
    private static final int ATTRIBUTES = 5;

    private static final int OWNER = 3;

    private TextSays() {}

    static Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        int at = finding.outerStart();
        if (at > 0 && finding.cues("guard-that-clause").has(words.get(at - 1))) {
            at--;
        }
        if (at < 2
                || !finding.cues("guard-saying-verbs").has(words.get(at - 1))
                        && !finding.cues("guard-text-verbs").has(words.get(at - 1))) {
            return Optional.empty();
        }
        at--;
        for (int skipped = 0; skipped < BEFORE_VERB && at > 0 && helps(words, at - 1); skipped++) {
            at--;
        }
        int pronoun = at - 1;
        if (pronoun < 1 || !finding.cues("guard-that").has(words.get(pronoun))) {
            return Optional.empty();
        }
        WordList texts = finding.cues("guard-text-sources");
        for (int noun = pronoun - 1; noun >= Math.max(0, pronoun - ATTRIBUTES); noun--) {
            if (words.get(noun).is("VERB")) {
                return Optional.empty();
            }
            if (texts.hasAt(words, noun)) {
                boolean own = finding.find(finding.cues("guard-own-texts"), Math.max(0, noun - OWNER), noun) >= 0;
                return own || finding.denied(noun, OWNER)
                        ? Optional.empty()
                        : Optional.of("a text is cited: " + finding.quoted(words, texts, noun));
            }
        }
        return Optional.empty();
    }

    private static boolean helps(Words words, int at) {
        return words.get(at).is("AUX") || words.get(at).is("ADV");
    }
}
