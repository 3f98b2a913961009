package org.watchword.analyze.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.analyze.nlp.Pipeline;

/** Paragraphs that are somebody's words without any mark. */
class BlockQuotesTest {

    private static final QuoteFinder FINDER = QuoteFinders.load(Pipeline.LANGUAGES);

    private static List<String> read(String text) {
        return FINDER.find(Pipeline.annotate(text)).stream()
                .map(q -> q.span().in(text) + " | "
                        + (q.speaker() == null ? "-" : q.speaker().text()))
                .toList();
    }

    @Test
    void paragraphAfterAnAnnouncementIsWhatWasSaid() {
        assertThat(read("""
                                The ministry of ports said in a statement:

                                The bridge will stay closed until the engineers have looked at every bolt. Nobody should try to cross it.

                                The bridge has been closed since May."""))
                .containsExactly(
                        "The bridge will stay closed until the engineers have looked at every bolt. Nobody should try to cross it."
                                + " | The ministry of ports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry named three reasons:\n\nThe bridge is old and the water is high.",
                "The ministry said:\n\n- The bridge is old and the water is too high.",
                "The ministry said:\n\nBridges of the northern province",
                "The bridge is closed.\n\nThe engineers have looked at every bolt of it."
            })
    void listsHeadingsAndPlainTextAreNot(String text) {
        assertThat(read(text)).isEmpty();
    }
}
