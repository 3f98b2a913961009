package org.watchword.analyze.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.Folding;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/** A quote whose source is a text or nobody in particular, or that the speaker of a speech lays in another's mouth. */
final class QuotedSource {

    private QuotedSource() {}

    /** Why the words are not their source's, in words; empty when they are. */
    static Optional<String> lowers(Finding finding, Quote quote) {
        Mention source = quote.speaker();
        if (source == null) {
            return Optional.empty();
        }
        Words words = finding.words();
        if (ownPledge(finding, quote, source)) {
            return Optional.empty();
        }
        WordList texts = finding.cues("guard-text-sources");
        WordList anonymous = finding.cues("guard-anonymous");
        boolean told = quote.kind() == QuoteKind.INDIRECT
                && inFirstClause(finding, quote)
                && !taken(finding, quote)
                && !charged(finding, source);
        for (int at = 0; at < words.size(); at++) {
            boolean within =
                    words.get(at).start() >= source.start() && words.get(at).end() <= source.end();
            if (within && !texts.endsAt(words, at).isEmpty()) {
                return Optional.of("a text is cited: " + finding.quoted(words, texts, at));
            }
            if (within
                    && Questions.asks(finding)
                    && Questions.asserts(finding)
                    && !anonymous.endsAt(words, at).isEmpty()) {
                return Optional.empty();
            }
            if (within && told && !anonymous.endsAt(words, at).isEmpty()) {
                return Optional.of("said by nobody in particular: " + finding.quoted(words, anonymous, at));
            }
        }
        String teller = teller(finding, quote);
        if (teller != null && !sameSpeaker(finding, teller, source) && !Affirmation.impersonal(finding, quote)) {
            return Optional.of("the speaker reports the words of “" + source.text() + "”");
        }
        return Optional.empty();
    }

    /** <i>Our people have sworn to …</i>: whoever says so swears with them. */
    private static boolean ownPledge(Finding finding, Quote quote, Mention source) {
        if (quote.kind() != QuoteKind.INDIRECT || quote.cue() == null) {
            return false;
        }
        Words words = finding.words();
        int at = 0;
        while (at < words.size() && words.get(at).start() < source.start()) {
            at++;
        }
        if (at >= words.size() || finding.endOf(finding.cues("guard-own-collective"), at) < 0) {
            return false;
        }
        WordList pledges = finding.cues("guard-pledges");
        return words.all().stream()
                .anyMatch(word -> word.start() >= quote.cue().start()
                        && word.end() <= quote.cue().end()
                        && pledges.has(word));
    }

    /** <i>They want to destroy us</i>: whom the words are about is no source of theirs. */
    private static boolean charged(Finding finding, Mention source) {
        GroupMention target = finding.target();
        return target != null
                && source.start() <= target.target().start()
                && target.target().end() <= source.end();
    }

    /** <i>They say they are friends: they are rats</i>: after the colon nobody is reported any more. */
    private static boolean inFirstClause(Finding finding, Quote quote) {
        return finding.words().get(finding.clauseStart()).start() <= quote.start();
    }

    /** <i>Whoever has lived here knows that</i>: the verb takes the words for true, whoever is said to know. */
    private static boolean taken(Finding finding, Quote quote) {
        WordList factive = finding.cues("guard-factive");
        return quote.cue() != null
                && finding.words().all().stream()
                        .anyMatch(word -> word.start() >= quote.cue().start()
                                && word.end() <= quote.cue().end()
                                && factive.has(word));
    }

    /** Who tells what the quote says: the speaker of the quotation around it, or of the speech; null when the outlet does. */
    private static @Nullable String teller(Finding finding, Quote quote) {
        return finding.quotes().stream()
                .filter(around -> around.covers(quote.span())
                        && around.span().length() > quote.span().length())
                .filter(around -> around.speaker() != null)
                .min(Comparator.comparingInt(around -> around.span().length()))
                .map(Quote::speaker)
                .map(speaker -> speaker.name() == null ? speaker.text() : speaker.name())
                .orElse(finding.speaker());
    }

    private static boolean sameSpeaker(Finding finding, String teller, Mention source) {
        String word = Folding.fold(source.text(), finding.language());
        return teller.equals(source.name())
                || teller.equals(source.text())
                || source.text().endsWith(' ' + teller)
                || finding.cues("guard-first-person").startingWith(word).contains(List.of(word));
    }
}
