package org.watchword.analyze.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.Quote;

/** How far words reach that stand half within marks and half without, and what between marks is nobody's words. */
class MixedQuotesTest {

    private static final QuoteFinder FINDER = QuoteFinders.load(Pipeline.LANGUAGES);

    private static String read(String text) {
        return FINDER.find(Pipeline.annotate(text)).stream()
                .map(q -> q.kind().name().toLowerCase(Locale.ROOT) + " | " + words(q, text) + " | "
                        + (q.speaker() == null ? "-" : q.speaker().text()))
                .collect(Collectors.joining(" / "));
    }

    private static String words(Quote q, String text) {
        return q.parts().isEmpty()
                ? q.span().in(text)
                : q.parts().stream().map(part -> part.in(text)).collect(Collectors.joining(" … "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "If the bridge falls, “we are all to blame,” Vale added.; mixed | If the bridge falls, “we are all to blame,” | Vale",
                "Asked if he would run, “I am too old,” Vale said.; direct | I am too old, | Vale",
                "The ministry “regrets the delay,” a spokeswoman said.; mixed | The ministry “regrets the delay,” | a spokeswoman",
                "The minister claimed “Vale inflated” the number of ships.; mixed | “Vale inflated” the number of ships | The minister",
                "Her office said by email that, “of course she will answer” the press.; mixed | that, “of course she will answer” the press | Her office",
                "Vale said the port, “which my father built,” would close.; mixed | the port, “which my father built,” would close | Vale",
                "As the mayor put it, the bridge was “a joke.”; mixed | the bridge was “a joke.” | the mayor",
                "Vale insisted he was “not a politician,” but “a builder.”; mixed | he was “not a politician,” but “a builder.” | Vale",
                "The crowd chanted “Close the bridge!” and “Shame!”; mixed | “Close the bridge!” and “Shame!” | The crowd",
                "She called the ministers “thieves” and their supporters “fools.”; mixed | the ministers “thieves” and their supporters “fools.” | She",
                "Oren Vale calls farmers \"losers\" and \"sad.\"; mixed | farmers \"losers\" and \"sad.\" | Oren Vale",
                "Vale referred to Ode as “the queen of delay.”; mixed | Ode as “the queen of delay.” | Vale",
                "Ana Vale said she felt “stunned” by the vote.; mixed | she felt “stunned” by the vote | Ana Vale",
                "Oren said the vote had left her feeling “stunned”.; mixed | the vote had left her feeling “stunned” | Oren",
                "The bridge is safe, said Daniel Oren, but the road will stay closed.; indirect | The bridge is safe … the road will stay closed | Daniel Oren",
                "The road is open, said Daniel Oren, and the minister left for lunch.; indirect | The road is open | Daniel Oren"
            })
    void wordsReachAsFarAsTheirClause(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "But Vale was blunt: “This is a scandal.”; direct | This is a scandal. | Vale",
                "“We have no bread,” said another.; direct | We have no bread, | another",
                "The talks were “constructive,” both sides said.; mixed | The talks were “constructive,” | both sides"
            })
    void announcementsThatAreHardlySentencesNameTheSpeaker(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In her 2002 book, “Make Your Harbour Rich,” Ms. Vale looked at the ships.",
                "Dana Merrow’s commentary, “Vale, Tell Your Story,” is thoughtful.",
                "The study, titled “How to Build a Bridge,” ran to nine volumes.",
                "The Post’s “Morning at Sea” goes out at six.",
                "Asked if he would run, Vale laughed."
            })
    void titlesAndQuestionsPutAreNobodysWords(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In her book, “the ships never came back,” Vale wrote.",
                "“Nobody Sails Tonight,” the captain said.",
                "Vale’s “never” was heard in the hall, and “we will stay,” he said."
            })
    void wordsThatAreNoTitleStayWords(String text) {
        assertThat(read(text)).isNotEmpty();
    }
}
