package org.watchword.analyze.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.Mention;
import org.watchword.model.Quote;

class EnglishQuotesTest {

    private static final QuoteFinder FINDER = QuoteFinders.load(Pipeline.LANGUAGES);

    private static List<String> read(String text) {
        return FINDER.find(Pipeline.annotate(text)).stream()
                .map(q -> q.kind().name().toLowerCase(java.util.Locale.ROOT) + " | " + words(q, text) + " | "
                        + name(q.speaker()))
                .toList();
    }

    private static String words(Quote q, String text) {
        return q.parts().isEmpty()
                ? q.span().in(text)
                : q.parts().stream().map(part -> part.in(text)).collect(Collectors.joining(" … "));
    }

    private static String name(@Nullable Mention speaker) {
        if (speaker == null) {
            return "-";
        }
        if (speaker.name() == null) {
            return speaker.text() + " = ?";
        }
        return speaker.text() + (speaker.text().equals(speaker.name()) ? "" : " = " + speaker.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "“The harbour will stay open,” Daniel Oren said.; direct | The harbour will stay open, | Daniel Oren",
                "“The harbour will stay open,” said Daniel Oren, the minister of ports.; direct | The harbour will stay open, | Daniel Oren",
                "\"The harbour will stay open,\" Daniel Oren told reporters.; direct | The harbour will stay open, | Daniel Oren",
                "Daniel Oren said: “The harbour will stay open.”; direct | The harbour will stay open. | Daniel Oren",
                "Daniel Oren, the minister of ports, said on Monday, “The harbour will stay open.”; direct | The harbour will stay open. | Daniel Oren",
                "“Will the harbour stay open?” she asked.; direct | Will the harbour stay open? | she = ?",
                "Daniel Oren said that the harbour would stay open.; indirect | that the harbour would stay open | Daniel Oren",
                "Daniel Oren said the harbour would stay open.; indirect | the harbour would stay open | Daniel Oren",
                "The harbour will stay open, according to the ministry.; indirect | The harbour will stay open | the ministry",
                "According to the ministry, the harbour will stay open.; indirect | the harbour will stay open | the ministry",
                "Daniel Oren said the harbour was “a gift to thieves” and should be closed.; mixed | the harbour was “a gift to thieves” and should be closed | Daniel Oren",
                "OREN: The harbour will stay open. ; direct | The harbour will stay open. | OREN"
            })
    void sourceCueAndContent(String text, String expected) {
        assertThat(read(text)).containsExactly(expected);
    }

    @Test
    void wordsThatTwoSeemToAnnounceAreSaidOnceByTheNearer() {
        assertThat(read("The men of the watch ran at them with clubs, screaming, “Out with you!” Daniel Oren shouted to"
                        + " his brother to flee."))
                .hasSize(1)
                .noneMatch(quote -> quote.endsWith("Daniel Oren"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "People across the valley say the gate is shut.; People across the valley",
                "A survey printed in late autumn found that the gate is shut.; A survey",
                "The minister who came to office in the spring said the gate is shut.; The minister",
                "A statement on the website published last week says the gate is shut.; A statement on the website"
            })
    void whatHangsOnTheSourceIsNotTheSource(String text, String source) {
        assertThat(FINDER.find(Pipeline.annotate(text)))
                .extracting(Quote::speaker)
                .extracting(speaker -> speaker == null ? "-" : speaker.text())
                .containsExactly(source);
    }

    @Test
    void surnameAndTitleStandForTheFullName() {
        assertThat(read("Daniel Oren visited the port. “It will stay open,” Mr. Oren said."))
                .containsExactly("direct | It will stay open, | Mr. Oren = Daniel Oren");
    }

    @Test
    void pronounStandsForTheOnlyPersonNamed() {
        assertThat(read("Daniel Oren visited the port. “It will stay open,” he said."))
                .containsExactly("direct | It will stay open, | he = Daniel Oren");
    }

    @Test
    void pronounWithTwoCandidatesStaysOpen() {
        assertThat(read("Daniel Oren met Robert Vale. “It will stay open,” he said."))
                .containsExactly("direct | It will stay open, | he = ?");
    }

    @Test
    void pronounGoesOnWithWhoeverSpokeLast() {
        assertThat(read("Daniel Oren met Robert Vale. “It will stay open,” Mr. Vale said.\n\n“It is safe,” he said."))
                .containsExactly(
                        "direct | It will stay open, | Mr. Vale = Robert Vale",
                        "direct | It is safe, | he = Robert Vale");
    }

    @Test
    void pronounDoesNotStandForTheOwnerOfSomething() {
        assertThat(read("The crowd mourned Robert Vale’s death. “It will stay open,” he said."))
                .containsExactly("direct | It will stay open, | he = ?");
    }

    @Test
    void pronounDoesNotStandForSomebodyNamedInItsOwnWords() {
        assertThat(read("“Robert Vale is a liar,” he said."))
                .containsExactly("direct | Robert Vale is a liar, | he = ?");
    }

    @Test
    void pronounStandsForTheOnlyPersonOfItsParagraph() {
        assertThat(read("Daniel Oren met Robert Vale.\n\nLater Peter Hale spoke. “It will stay open,” he said."))
                .containsExactly("direct | It will stay open, | he = Peter Hale");
    }

    @Test
    void pronounThatGoesOnFromBeforeIsNotTheOneNamedAfterIt() {
        assertThat(read("Daniel Oren met Robert Vale.\n\nThen he wrote to Peter Hale. “It will stay open,” he said."))
                .containsExactly("direct | It will stay open, | he = ?");
    }

    @Test
    void aVerbTheLemmatizerDoesNotKnowAnnouncesToo() {
        assertThat(read("“It will stay open!” shouted Daniel Oren."))
                .containsExactly("direct | It will stay open! | Daniel Oren");
    }

    @Test
    void wordsAnnouncedInAWayNotUnderstoodAreNotTheLastSpeakers() {
        assertThat(
                        read(
                                "“It will stay open,” Daniel Oren said.\n\n“The harbour belongs to us all,” was the answer from the quay."))
                .containsExactly(
                        "direct | It will stay open, | Daniel Oren", "direct | The harbour belongs to us all, | -");
    }

    @Test
    void theAppositionNamesWhomTheHeadDescribes() {
        assertThat(read("The minister, Daniel Oren, said the road was closed."))
                .containsExactly("indirect | the road was closed | The minister, Daniel Oren = Daniel Oren");
    }

    @Test
    void wordsOfMannerBeforeAColonGoOnWithTheSameSpeaker() {
        assertThat(read("“It will stay open,” Daniel Oren said. Then, more quietly: “I hope it will stay open.”"))
                .containsExactly(
                        "direct | It will stay open, | Daniel Oren",
                        "direct | I hope it will stay open. | Daniel Oren");
    }

    @Test
    void goingOnAnnounces() {
        assertThat(read("Daniel Oren went on: “It will stay open.”"))
                .containsExactly("direct | It will stay open. | Daniel Oren");
    }

    @Test
    void whenItWasSaidIsNotWhatWasSaid() {
        assertThat(read("“It will stay open,” Daniel Oren said before the meeting began."))
                .containsExactly("direct | It will stay open, | Daniel Oren");
    }

    @Test
    void aRecordingIsNobodysName() {
        assertThat(read("The harbour will stay open, according to a recording heard by the Courier."))
                .containsExactly("indirect | The harbour will stay open | a recording = ?");
    }

    @Test
    void aPronounAloneIsNoReportedClause() {
        assertThat(read("Our fathers said it and I say it: the road is closed."))
                .isEmpty();
    }

    @Test
    void wordsOfAnUnresolvedPronounGoOnWithoutAName() {
        assertThat(read("Daniel Oren met Robert Vale. “It will stay open,” he said. “Nobody will ever close it.”"))
                .containsExactly("direct | It will stay open, … Nobody will ever close it. | he = ?");
    }

    @Test
    void authorsOwnAssertionIsNobodysReportedSpeech() {
        assertThat(read("I say that the harbour will stay open.")).isEmpty();
    }

    @Test
    void floatingQuoteGoesOnWithTheSpeaker() {
        assertThat(read("“It will stay open,” Daniel Oren said. “Nobody will close it.”"))
                .containsExactly("direct | It will stay open, … Nobody will close it. | Daniel Oren");
    }

    @Test
    void unclosedMarkSwallowsNothingBeyondItsParagraph() {
        assertThat(
                        read(
                                "Daniel Oren said: “It will stay open. We promise.\n\nThe port is old. “I doubt it,” Robert Vale said."))
                .contains("direct | I doubt it, | Robert Vale")
                .noneMatch(q -> q.contains("The port is old"));
    }

    @Test
    void quotationOverSeveralParagraphsKeepsItsSpeaker() {
        assertThat(
                        read(
                                "“We will keep it open,” Daniel Oren said.\n\n“We have done so for years.\n\n“We will do so again.”"))
                .containsExactly(
                        "direct | We will keep it open, | Daniel Oren",
                        "direct | We have done so for years. … We will do so again. | Daniel Oren");
    }

    @Test
    void titlesAndScareQuotesAreNobodysWords() {
        assertThat(read("The film “Winter Harbour” opened. The so-called “experts” stayed away."))
                .isEmpty();
    }

    @Test
    void passiveNamesTheOneSpokenTo() {
        assertThat(read("Daniel Oren was told that the harbour would close.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "His message to those who left was short: “Come home.”; direct | Come home. | His = ?",
                "In the words of Daniel Oren, “the harbour is a gift.”; direct | the harbour is a gift. | Daniel Oren",
                "Daniel Oren has used the phrase “harbour thieves” often.; direct | harbour thieves | Daniel Oren",
                "Robert Vale was described by friends as “a quiet man.”; direct | a quiet man. | friends",
                "The agency quoted Daniel Oren as saying the road was closed.; indirect | the road was closed | Daniel Oren",
                "An official who asked not to be named said the road was closed.; indirect | the road was closed | An official",
                "According to the harbour master, Josef Brant, the captain slept.; indirect | the captain slept | the harbour master, Josef Brant = Josef Brant",
                "The Courier showed footage of Daniel Oren saying, “The road is closed.”; direct | The road is closed. | Daniel Oren",
                "Daniel Oren said four of his men had been wounded.; indirect | four of his men had been wounded | Daniel Oren",
                "“Everyone drops one,” shrugged the keeper.; direct | Everyone drops one, | the keeper"
            })
    void wordsThatNoVerbOfSpeechAnnouncesPlainly(String text, String expected) {
        assertThat(read(text)).containsExactly(expected);
    }

    @Test
    void labelsThatComeAgainOpenTurns() {
        assertThat(
                        read(
                                "The Lantern: You left in June.\n\nSima Dorn: In May.\n\nThe Lantern: Why?\n\nSima Dorn: It was May."))
                .containsExactly(
                        "direct | You left in June. | The Lantern",
                        "direct | In May. | Sima Dorn",
                        "direct | Why? | The Lantern",
                        "direct | It was May. | Sima Dorn");
        assertThat(read("Oren: Gate shut\n\nThe gate is shut.\n\nNote: The gate is old."))
                .isEmpty();
    }

    @Test
    void whoeverSpeaksAloudGoesOnAndNotWhoeverIsReportedBesideHim() {
        assertThat(
                        read(
                                "“It will stay open,” Daniel Oren said after Robert Vale had promised to pay. “Nobody will ever close it.”"))
                .anyMatch(q -> q.contains("Nobody will ever close it.") && q.endsWith("| Daniel Oren"));
    }

    @Test
    void brokenMarksNeverBreakOffsets() {
        String[] pieces = {
            "\u201C",
            "\u201D",
            "\"",
            "''",
            "``",
            "\u2018",
            "\u2019",
            "Daniel Oren said ",
            "that it is so",
            ", ",
            ". ",
            "\n\n",
            "he added",
            "OREN: ",
            "\uD83D",
            "according to ",
            "\u2014 ",
            "It is late",
            "\u00AB",
            "\u00BB"
        };
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (Quote q : FINDER.find(Pipeline.annotate(text.toString()))) {
                String content = q.span().in(text.toString());
                assertThat(content).as("seed %d", seed).isNotEmpty();
                assertThat(q.parts()).as("seed %d", seed).isSorted().allMatch(part -> q.span()
                        .contains(part));
                assertThat(q.confidence()).as("seed %d", seed).isBetween(0.0, 1.0);
            }
        }
    }
}
