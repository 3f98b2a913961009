package org.watchword.analyze.guard;

import java.util.List;
import java.util.Optional;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Mention;
import org.watchword.model.Quote;

/**
 * Words that the one who stands for them only mentions: a quote nobody is named for, a report of what somebody is accused of having
 * said, a reporter's <i>he called them vermin</i> that no quote covers. A quote with a speaker stands, on the speaker.
 */
final class Voice implements Guard {

    private static final int NEAR = 5;

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        int start = finding.match().from();
        int end = finding.match().to();
        Optional<Quote> quote = finding.quote();
        if (quote.isPresent() && quote.get().speaker() == null) {
            return Optional.of("the words stand in a quotation without a named speaker");
        }
        WordList alleged = finding.cues("guard-alleged");
        int allegation = finding.find(alleged, 0, start);
        if (allegation >= 0) {
            return Optional.of("alleged or tried, not asserted: " + finding.quoted(words, alleged, allegation));
        }
        Optional<String> source = quote.flatMap(q -> source(finding, q));
        if (source.isPresent()) {
            return source;
        }
        WordList texts = finding.cues("guard-text-sources");
        int text = quote.isPresent() ? -1 : finding.findGoverning(texts, finding.clauseStart(), start);
        if (text >= 0) {
            return Optional.of("a text is cited: " + finding.quoted(words, texts, text));
        }
        WordList mentions = finding.cues("guard-mentioned");
        int mention = finding.find(mentions, 0, start);
        if (mention >= 0 && inSameVoice(finding, quote, mention)) {
            return Optional.of("mentioned, not asserted: " + finding.quoted(words, mentions, mention));
        }
        WordList reporting = finding.cues("guard-reporting");
        for (int at = 0; at < end; at++) {
            if (!reporting.endsAt(words, at).isEmpty()
                    && !firstPerson(finding, at)
                    && inSameVoice(finding, quote, at)) {
                return Optional.of("reported as another's words: " + finding.quoted(words, reporting, at));
            }
        }
        return after(finding, quote);
    }

    /** <i>… sind Ratten, sagte er</i>; in Turkish and its relatives the verb always stands behind. */
    private static Optional<String> after(Finding finding, Optional<Quote> quote) {
        WordList reporting = finding.cues("guard-reporting-after");
        int end = finding.match().to();
        int at = finding.find(reporting, end, end + NEAR);
        boolean other = at >= 0 && !firstPerson(finding, at) && inSameVoice(finding, quote, at);
        return other
                ? Optional.of("reported as another's words: " + finding.quoted(finding.words(), reporting, at))
                : Optional.empty();
    }

    /** A quote whose source is a text, or that the speaker of a speech lays in another's mouth. */
    private static Optional<String> source(Finding finding, Quote quote) {
        Mention source = quote.speaker();
        if (source == null) {
            return Optional.empty();
        }
        Words words = finding.words();
        WordList texts = finding.cues("guard-text-sources");
        for (int at = 0; at < words.size(); at++) {
            boolean within =
                    words.get(at).start() >= source.start() && words.get(at).end() <= source.end();
            if (within && !texts.endsAt(words, at).isEmpty()) {
                return Optional.of("a text is cited: " + finding.quoted(words, texts, at));
            }
        }
        boolean affirmed =
                finding.find(finding.cues("guard-affirmed"), 0, finding.match().from()) >= 0;
        if (finding.speaker() != null && !affirmed && !sameSpeaker(finding, source)) {
            return Optional.of("the speaker reports the words of “" + source.text() + "”");
        }
        return Optional.empty();
    }

    private static boolean sameSpeaker(Finding finding, Mention source) {
        String word = Folding.fold(source.text(), finding.language());
        return finding.speaker() != null && finding.speaker().equals(source.name())
                || finding.cues("guard-first-person").startingWith(word).contains(List.of(word));
    }

    /** A reporting verb outside the quote that holds the match announces that quote, and says nothing against it. */
    private static boolean inSameVoice(Finding finding, Optional<Quote> quote, int at) {
        return quote.isEmpty()
                || quote.get().span().contains(finding.words().get(at).start());
    }

    private static boolean firstPerson(Finding finding, int verb) {
        WordList self = finding.cues("guard-first-person");
        return finding.find(self, verb - 4, verb) >= 0;
    }
}
