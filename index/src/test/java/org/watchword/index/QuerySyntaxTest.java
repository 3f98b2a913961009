package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AND rats             | 0  | AND stands between two words",
                "rats AND OR mice     | 9  | OR stands between two words",
                "rats OR              | 5  | After OR a word",
                "(rats NOT) mice      | 6  | After NOT a word",
                "rats ()              | 5  | There is nothing between ( and )",
                "rats [2031           | 5  | This [ belongs to no range",
                "rats } mice          | 5  | This } belongs to no range",
                "speaker:             | 8  | Nothing is looked for in speaker",
                "rats~x               | 4  | ~ takes a number",
                "rats~9               | 4  | ~ takes a number",
                "rats^                | 4  | ^ takes a number",
            })
    void mistakesAreExplainedWhereTheyAre(String text, int position, String message) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> QuerySyntax.check(text))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rats AND mice OR voles",
                "-rats +mice !voles",
                "NOT rats",
                "(rats OR mice) AND NOT (voles)",
                "rats~ mice~1 \"drive out\"~3 rats^2 rats~0.8 rats^1.5",
                "date:[2031-01 TO 2031-06] captured:{2031-01-01 TO *}",
                "speaker:\"Orlan Tesk\" speaker:(Orlan OR Tesk)",
                "colon\\: bracket\\[ tilde\\~",
                "հայ крысы 😀 السلام",
            })
    void whatTheServerReadsIsLetThrough(String text) {
        assertThatCode(() -> QuerySyntax.check(text)).doesNotThrowAnyException();
    }

    @Test
    void aPlaceInTheServersTextIsFoundAgain() {
        String text = "rats  speaker:Tesk mice";
        String server = QueryText.forServer(text, word -> word);

        assertThat(QueryText.place(text, word -> word, 3)).isZero();
        assertThat(QueryText.place(text, word -> word, server.indexOf("speaker.words") + 2))
                .isEqualTo(6);
        assertThat(QueryText.place(text, word -> word, server.length() + 5)).isEqualTo(text.length());
    }

    @Test
    void onlyBareWordsAreMended() {
        assertThat(QueryText.bareWords("-rats \"mice\" speaker:Tesk vole* AND (ferry OR հայ)"))
                .extracting(QueryText.Piece::text, QueryText.Piece::at)
                .containsExactly(tuple("rats", 1), tuple("ferry", 37), tuple("հայ", 46));
    }
}
