package org.watchword.analyze.guard;

import java.util.List;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/** <i>An article from which I read:</i> “…”. Whoever reads another's text out to an audience is not its author. */
final class ReadAloud {

    private ReadAloud() {}

    /** Whether a verb of reading ({@code guard-reading}) stands between a first person and the quotation. */
    static boolean is(Finding finding, Quote quote) {
        Mention source = quote.speaker();
        if (source == null) {
            return false;
        }
        WordList self = finding.cues("guard-first-person");
        String word = Folding.fold(source.text(), finding.language());
        if (quote.kind() != QuoteKind.DIRECT || !self.startingWith(word).contains(List.of(word))) {
            return false;
        }
        boolean read = false;
        for (int s = finding.sentence(); s >= 0; s--) {
            Words words = finding.sentences().get(s);
            read |= reads(finding, words, source.end(), quote.start());
            if (words.size() > 0 && words.get(0).start() <= source.start()) {
                return read;
            }
        }
        return read;
    }

    /** <i>I read:</i> or <i>I read the following passage:</i>; not <i>what I read in your faces:</i>. */
    private static boolean reads(Finding finding, Words words, int from, int to) {
        WordList things = finding.cues("guard-read-things");
        int verb = -1;
        boolean thing = false;
        int after = 0;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if (word.start() >= from && word.end() <= to) {
                after += verb >= 0 && word.isWord() ? 1 : 0;
                verb = finding.cues("guard-reading").has(word) ? at : verb;
                thing |= verb >= 0 && things.has(word);
            }
        }
        return verb >= 0 && (thing || after == 0);
    }
}
