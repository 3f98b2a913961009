package org.watchword.analyze.guard;

import java.util.Optional;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.analyze.lexicon.Words;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/**
 * Words that the one who stands for them only mentions: a quote nobody is named for, a report of what somebody is accused of having
 * said, a reporter's <i>he called them vermin</i> that no quote covers. A quote with a speaker stands, on the speaker; so do words that
 * whoever mentions them makes his own ({@link Affirmation}).
 */
final class Voice implements Guard {

    private static final int NEAR = 5;
    private static final int OWNER = 2;
    private static final int DENIAL = 3;
    private static final int FIRST_PERSON = 6;
    /** Words between a possessive and whom it is said of: <i>my esteemed old opponent</i>. */
    private static final int OTHER = 3;
    /** Words between a verb and the clause it announces. */
    private static final int COMPLEMENT = 9;

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public Optional<String> lowers(Finding finding) {
        Words words = finding.words();
        int start = finding.match().from();
        Optional<Quote> quote = finding.quote();
        Optional<Affirmation> affirmed = finding.affirmation();
        boolean readOut = quote.filter(q -> ReadAloud.is(finding, q)).isPresent();
        if (readOut && affirmed.filter(Affirmation::outside).isEmpty()) {
            return Optional.of("another's text, read out");
        }
        if (affirmed.isPresent()) {
            return Optional.empty();
        }
        if (quote.isPresent() && quote.get().speaker() == null) {
            return Optional.of("the words stand in a quotation without a named speaker");
        }
        Optional<String> pronoun = quote.flatMap(q -> Hearsay.onlyPronoun(finding, q));
        if (pronoun.isPresent()) {
            return pronoun;
        }
        if (quote.isEmpty() && LooseMarks.enclose(finding)) {
            return Optional.of("the words stand between quotation marks, and nobody is named for them");
        }
        if (LooseMarks.cut(finding)) {
            return Optional.of("a quotation that begins before the words ends within them");
        }
        WordList alleged = finding.cues("guard-alleged");
        int allegation = finding.find(alleged, 0, start);
        if (allegation >= 0) {
            return Optional.of("alleged or tried, not asserted: " + finding.quoted(words, alleged, allegation));
        }
        Optional<String> source = quote.flatMap(q -> QuotedSource.lowers(finding, q));
        if (source.isPresent()) {
            return source;
        }
        Optional<String> says = TextSays.lowers(finding);
        if (says.isPresent()) {
            return says;
        }
        WordList texts = finding.cues("guard-text-sources");
        int text = quote.isPresent() ? -1 : finding.findGoverning(texts, finding.scopeStart(), start);
        if (text >= 0 && !finding.denied(text, DENIAL) && !isOwnText(finding, text)) {
            return Optional.of("a text is cited: " + finding.quoted(words, texts, text));
        }
        WordList mentions = finding.cues("guard-mentioned");
        int mention = finding.find(mentions, 0, start);
        if (mention >= 0 && inSameVoice(finding, quote, mention)) {
            return Optional.of("mentioned, not asserted: " + finding.quoted(words, mentions, mention));
        }
        return reported(finding, quote);
    }

    private static Optional<String> reported(Finding finding, Optional<Quote> quote) {
        Words words = finding.words();
        WordList reporting = finding.cues("guard-reporting");
        int end = finding.match().to();
        Optional<String> told = finding.places(reporting, finding.scopeStart(), end)
                .filter(at -> !firstPerson(finding, at)
                        && !named(finding, at)
                        && !givesReason(finding, at)
                        && inSameVoice(finding, quote, at))
                .mapToObj(at -> "reported as another's words: " + finding.quoted(words, reporting, at))
                .findFirst();
        if (told.isPresent()) {
            return told;
        }
        int answer = Hearsay.answersWhatWasSaid(finding);
        if (answer >= 0 && quote.isEmpty()) {
            return Optional.of("reported as another's words: “"
                    + finding.sentences()
                            .get(finding.sentence() - 1)
                            .get(answer)
                            .surface() + "”");
        }
        int verb = saidBy(finding);
        return verb >= 0
                        && (Hearsay.heard(finding, verb) && indirect(quote)
                                || !firstPerson(finding, verb) && inSameVoice(finding, quote, verb))
                ? Optional.of("reported as another's words: “" + words.get(verb).surface() + "”")
                : after(finding, quote);
    }

    /** <i>They were called guests: …</i>, <i>call it cruelty: …</i>: what they are called stands before the colon. */
    private static boolean named(Finding finding, int verb) {
        Words words = finding.words();
        int from = finding.match().from();
        int colon = words.folded(from).equals(":") ? from : from - 1;
        if (verb < 1
                || verb + 1 >= colon
                || !words.folded(colon).equals(":")
                || !finding.cues("guard-naming").has(words.get(verb))) {
            return false;
        }
        boolean passive = finding.cues("guard-finite").has(words.get(verb - 1));
        return passive
                ? isNominal(words, verb + 1)
                : words.get(verb + 1).is("PRON")
                        && (colon == verb + 3 || colon > verb + 3 && isNominal(words, verb + 2));
    }

    private static boolean isNominal(Words words, int at) {
        Word next = words.get(at);
        return next.is("NOUN")
                || (next.is("DET") || next.is("ADJ"))
                        && at + 1 < words.size()
                        && words.get(at + 1).is("NOUN");
    }

    /** <i>They were called thieves because they are thieves</i>: the reason is the speaker's own. */
    private static boolean givesReason(Finding finding, int verb) {
        return finding.cues("guard-naming").has(finding.words().get(verb))
                && finding.find(
                                finding.cues("guard-because"),
                                verb + 1,
                                finding.match().from())
                        >= 0;
    }

    /** <i>Our creed is: …</i>, <i>God's law says it: …</i>: whoever appeals to a text as his own authority says what it says. */
    private static boolean isOwnText(Finding finding, int text) {
        return finding.find(finding.cues("guard-own-texts"), Math.max(0, text - OWNER), text) >= 0;
    }

    /** <i>… sind Ratten, sagte er</i>; in Turkish and its relatives the verb always stands behind. */
    private static Optional<String> after(Finding finding, Optional<Quote> quote) {
        WordList reporting = finding.cues("guard-reporting-after");
        int end = finding.match().to();
        int trailing = Hearsay.trailing(finding);
        if (trailing >= 0 && inSameVoice(finding, quote, trailing)) {
            return Optional.of("reported as another's words: “"
                    + finding.words().get(trailing).surface() + "”");
        }
        int at = finding.find(reporting, end, end + NEAR);
        boolean other = at >= 0 && !firstPerson(finding, at) && inSameVoice(finding, quote, at);
        return other
                ? Optional.of("reported as another's words: " + finding.quoted(finding.words(), reporting, at))
                : Optional.empty();
    }

    /** <i>They wrote on our doors that</i> …: the verb of speech or thought whose clause the match is, or -1. */
    private static int saidBy(Finding finding) {
        Words words = finding.words();
        int that = finding.match().from() - 1;
        WordList verbs = finding.cues("guard-saying-verbs");
        if (that >= 1 && words.get(that).is("VERB") && verbs.has(words.get(that))) {
            return that;
        }
        if (that < 1 || !finding.cues("guard-that-clause").has(words.get(that))) {
            return -1;
        }
        for (int at = that - 1; at > Math.max(0, that - COMPLEMENT); at--) {
            if (words.get(at).is("VERB")) {
                return verbs.has(words.get(at)) ? at : -1;
            }
        }
        return -1;
    }

    private static boolean indirect(Optional<Quote> quote) {
        return quote.isEmpty() || quote.get().kind() == QuoteKind.INDIRECT;
    }

    /** A reporting verb outside the quote that holds the match announces that quote, and says nothing against it. */
    private static boolean inSameVoice(Finding finding, Optional<Quote> quote, int at) {
        return quote.isEmpty()
                || quote.get().span().contains(finding.words().get(at).start());
    }

    /** <i>I call them</i>; <i>call me mad, but</i>. Not <i>I believe that he was told</i>, whose verb is another's. */
    private static boolean firstPerson(Finding finding, int verb) {
        WordList self = finding.cues("guard-first-person");
        WordList that = finding.cues("guard-that-clause");
        int from = verb;
        while (from > Math.max(0, verb - FIRST_PERSON)
                && !that.has(finding.words().get(from - 1))) {
            from--;
        }
        return finding.places(self, from, verb).anyMatch(at -> !ofOther(finding, at, verb))
                || finding.cues("guard-me")
                        .has(finding.words()
                                .get(Math.min(verb + 1, finding.words().size() - 1)));
    }

    /** <i>My grandmother</i>, <i>my esteemed opponent</i>: somebody else, in spite of the pronoun. */
    private static boolean ofOther(Finding finding, int self, int verb) {
        Words words = finding.words();
        WordList persons = finding.cues("guard-other-persons");
        return finding.cues("guard-possessives").has(words.get(self))
                && finding.find(persons, self + 1, Math.min(verb, self + 1 + OTHER)) >= 0;
    }
}
