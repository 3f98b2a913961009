package org.watchword.analyze.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Category;
import org.watchword.model.ContentHash;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Severity;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.Turn;

class StatementBuilderTest {

    private static final String TEXT = "Tesk spoke. “The Velmari are rats,” he said. The Norr are vermin. Rain fell.";
    private static final Quote TESKS = quote("The Velmari are rats,", QuoteKind.DIRECT, "Orlan Tesk");

    @Test
    void attributedQuoteIsAStatementEvenWithoutFlags() {
        assertThat(build(List.of(TESKS), List.of(), null)).singleElement().satisfies(s -> {
            assertThat(s.text()).isEqualTo("The Velmari are rats,");
            assertThat(s.speaker()).isEqualTo(new Speaker("he", "Orlan Tesk"));
            assertThat(s.flags()).isEmpty();
            assertThat(s.id())
                    .isEqualTo(ContentHash.statementId("https://t.example/a", "sha", TESKS.start(), TESKS.end()));
        });
    }

    @Test
    void flagInsideAQuoteStandsAgainstItsSpeaker() {
        var statements = build(List.of(TESKS), List.of(flag("Velmari are rats")), "President Hane");

        assertThat(statements).singleElement().satisfies(s -> {
            assertThat(s.speaker()).isEqualTo(new Speaker("he", "Orlan Tesk"));
            assertThat(s.flags()).singleElement().extracting(Flag::status).isEqualTo(FlagStatus.FLAGGED);
        });
    }

    @Test
    void flaggedSentenceOutsideQuotesIsTheOutletsInAReport() {
        assertThat(build(List.of(TESKS), List.of(flag("Norr are vermin")), null))
                .element(1)
                .satisfies(s -> {
                    assertThat(s.text()).isEqualTo("The Norr are vermin.");
                    assertThat(s.speaker()).isNull();
                    assertThat(s.flags().get(0).status()).isEqualTo(FlagStatus.FLAGGED);
                });
    }

    @Test
    void flaggedSentenceOutsideQuotesIsTheSpeakersInASpeech() {
        assertThat(build(List.of(), List.of(flag("Norr are vermin")), "President Hane"))
                .singleElement()
                .extracting(Statement::speaker)
                .isEqualTo(new Speaker("President Hane", "President Hane"));
    }

    @Test
    void flagInAQuoteNobodyIsNamedForIsContextEvenInASpeech() {
        Quote unknown = quote("The Velmari are rats,", QuoteKind.DIRECT, null);

        assertThat(build(List.of(unknown), List.of(flag("Velmari are rats")), "President Hane"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.speaker()).isNull();
                    assertThat(s.span()).isEqualTo(unknown.span());
                    assertThat(s.flags().get(0).status()).isEqualTo(FlagStatus.CONTEXT);
                    assertThat(s.flags().get(0).guards())
                            .containsExactly(new GuardNote("voice", "nobody is named as the speaker of the quotation"));
                });
    }

    @Test
    void unattributedQuoteWithoutFlagsIsNoStatement() {
        assertThat(build(List.of(quote("The Velmari are rats,", QuoteKind.DIRECT, null)), List.of(), null))
                .isEmpty();
    }

    @Test
    void flagAlreadyLoweredKeepsTheFlaggersReason() {
        Flag lowered = lowered(flag("Velmari are rats"));

        assertThat(build(List.of(quote("The Velmari are rats,", QuoteKind.DIRECT, null)), List.of(lowered), null))
                .singleElement()
                .satisfies(s -> assertThat(s.flags()).containsExactly(lowered));
    }

    @Test
    void innermostAttributedQuoteOwnsTheFlag() {
        Quote outer = quote("Tesk spoke. “The Velmari are rats,” he said", QuoteKind.INDIRECT, "Mira Hane");

        var statements = build(List.of(outer, TESKS), List.of(flag("Velmari are rats")), null);

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).flags()).isEmpty();
        assertThat(statements.get(1).flags()).hasSize(1);
        assertThat(statements.get(1).speaker()).isEqualTo(new Speaker("he", "Orlan Tesk"));
    }

    @Test
    void whatADirectSpeakerQuotesFromNobodyNamedIsContext() {
        Quote outer = quote("Tesk spoke. “The Velmari are rats,” he said", QuoteKind.DIRECT, "Mira Hane");
        Quote inner = quote("The Velmari are rats,", QuoteKind.DIRECT, null);

        assertThat(build(List.of(outer, inner), List.of(flag("Velmari are rats")), null))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.speaker()).isEqualTo(new Speaker("he", "Mira Hane"));
                    assertThat(s.flags().get(0).status()).isEqualTo(FlagStatus.CONTEXT);
                });
    }

    @Test
    void fragmentInsideIndirectSpeechIsItsSpeakersOwn() {
        Quote outer = quote("Tesk spoke. “The Velmari are rats,” he said", QuoteKind.MIXED, "Mira Hane");
        Quote inner = quote("The Velmari are rats,", QuoteKind.DIRECT, null);

        assertThat(build(List.of(outer, inner), List.of(flag("Velmari are rats")), null))
                .singleElement()
                .satisfies(s -> assertThat(s.flags().get(0).status()).isEqualTo(FlagStatus.FLAGGED));
    }

    @Test
    void flagOverTheEdgeOfAQuoteCountsAgainstNobody() {
        var statements = build(List.of(TESKS), List.of(flag("rats,” he said")), null);

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).speaker()).isNull();
        assertThat(statements.get(0).text()).isEqualTo("“The Velmari are rats,” he said.");
        assertThat(statements.get(0).flags().get(0).status()).isEqualTo(FlagStatus.CONTEXT);
        assertThat(statements.get(1).flags()).isEmpty();
    }

    @Test
    void flagsOfOneSentenceShareAStatement() {
        assertThat(build(List.of(), List.of(flag("vermin"), flag("Norr are")), null))
                .singleElement()
                .satisfies(s -> assertThat(s.flags()).extracting(Flag::start).isSorted());
    }

    @Test
    void wordsOfATurnAreItsSpeakersAndThoseOfAnUnnamedTurnNobodys() {
        int start = TEXT.indexOf("The Norr");
        Turn named = new Turn(start, TEXT.length(), "MINISTER HANE", "Mira Hane", null);
        Turn unnamed = new Turn(start, TEXT.length(), "Question", null, null);

        assertThat(stated(List.of(), List.of(flag("Norr are")), new Authors("Orlan Tesk", List.of(named))))
                .singleElement()
                .satisfies(s -> assertThat(s.speaker()).isEqualTo(new Speaker("MINISTER HANE", "Mira Hane")));
        assertThat(stated(List.of(), List.of(flag("Norr are")), new Authors("Orlan Tesk", List.of(unnamed))))
                .singleElement()
                .satisfies(s -> assertThat(s.speaker()).isNull());
        assertThat(stated(List.of(), List.of(flag("Velmari are")), new Authors("Orlan Tesk", List.of(named))))
                .singleElement()
                .satisfies(s -> assertThat(s.speaker()).isEqualTo(new Speaker("Orlan Tesk", "Orlan Tesk")));
    }

    @Test
    void whomATurnQuotesOwnsHisWords() {
        Turn turn = new Turn(0, TEXT.length(), "MINISTER HANE", "Mira Hane", null);
        assertThat(stated(List.of(TESKS), List.of(flag("Velmari are rats")), new Authors(null, List.of(turn))))
                .singleElement()
                .satisfies(s -> assertThat(s.speaker()).isEqualTo(new Speaker("he", "Orlan Tesk")));
    }

    private static List<Statement> build(List<Quote> quotes, List<Flag> flags, @Nullable String speaker) {
        return stated(quotes, flags, new Authors(speaker, List.of()));
    }

    private static List<Statement> stated(List<Quote> quotes, List<Flag> flags, Authors authors) {
        var sentences = List.of(
                sentence("Tesk spoke."),
                sentence("“The Velmari are rats,” he said."),
                sentence("The Norr are vermin."),
                sentence("Rain fell."));
        var text = new AnnotatedText(TEXT, "en", sentences, List.of());
        return new StatementBuilder(Aliases.none()).build(text, quotes, flags, "https://t.example/a", "sha", authors);
    }

    private static Sentence sentence(String words) {
        int start = TEXT.indexOf(words);
        return new Sentence(start, start + words.length(), List.of());
    }

    private static Quote quote(String words, QuoteKind kind, @Nullable String name) {
        int start = TEXT.indexOf(words);
        int he = TEXT.indexOf("he said");
        Mention who = name == null ? null : new Mention(he, he + 2, "he", name);
        AttributionMethod method = who == null ? AttributionMethod.NONE : AttributionMethod.PARENTHETICAL;
        return new Quote(start, start + words.length(), List.of(), kind, null, who, method, 0.9);
    }

    private static Flag flag(String words) {
        int start = TEXT.indexOf(words);
        return new Flag(
                Category.DEHUMANIZATION_VERMIN,
                FlagStatus.FLAGGED,
                "r",
                "p@1",
                Severity.HIGH,
                start,
                start + words.length(),
                null,
                List.of(),
                0.9);
    }

    private static Flag lowered(Flag flag) {
        return new Flag(
                flag.category(),
                FlagStatus.CONTEXT,
                flag.rule(),
                flag.pack(),
                flag.severity(),
                flag.start(),
                flag.end(),
                flag.target(),
                List.of(new GuardNote("negation", "“not”")),
                flag.score());
    }
}
