package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    private static String prepared(String text) {
        return QueryText.forServer(text, word -> word.toLowerCase(Locale.ROOT).replaceAll("s$", ""));
    }

    @Test
    void aBareWordIsSoughtAsItStandsAndByItsLemma() {
        assertThat(prepared("Rats")).isEqualTo("(text:Rats OR lemmas:rat OR title:Rats)");
        assertThat(prepared("-rats")).isEqualTo("-(text:rats OR lemmas:rat OR title:rats)");
    }

    @Test
    void phrasesWildcardsAndOperatorsStayAsTheyAre() {
        assertThat(prepared("\"drive them out\"~2 AND cockroach*")).isEqualTo("\"drive them out\"~2 AND cockroach*");
        assertThat(prepared("-\"wolf pack\""))
                .as("a sign with a space behind it denies nothing")
                .isEqualTo("-\"wolf pack\"");
    }

    @Test
    void shortFieldNamesAreSpelledOut() {
        assertThat(prepared("speaker:\"Orlan Tesk\""))
                .contains("speaker.words:")
                .contains("\"Orlan Tesk\"");
        assertThat(prepared("-category:threat.veiled")).isEqualTo("-category:threat.veiled");
    }

    /** On a thread with little stack, where a call for each character would find no end. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "՝", "\\\\", "a-", "🐺"})
    void longWordsAndPhrasesTakeNoStack(String piece) throws InterruptedException {
        String word = piece.repeat(2_000 / piece.length() - 4);
        for (String text :
                List.of(word, '"' + word + '"', "speaker:" + word.substring(8), "\"a\"" + "~1".repeat(900))) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread small = new Thread(null, () -> prepared(text), "little stack", 160 << 10);
            small.setUncaughtExceptionHandler((thread, e) -> thrown.set(e instanceof QueryException ? null : e));
            small.start();
            small.join();
            assertThat(thrown.get()).as(text).isNull();
        }
    }

    @Test
    void wordsOfAnyScriptAreWords() {
        assertThat(prepared("հայ")).isEqualTo("(text:հայ OR lemmas:հայ OR title:հայ)");
        assertThat(prepared("крысы")).startsWith("(text:крысы OR ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rats \"and      | 5  | This quotation mark is never closed",
                "(rats OR mice   | 0  | This ( is never closed",
                "rats)           | 4  | This ) has no ( before it",
                "rats *ice       | 5  | A word cannot begin with * or ?; begin it with a letter",
                "rats colour:red | 5  | There is no field 'colour'",
                "/ra.*/          | 0  | Regular expressions are not taken",
                "text:/ra.*/     | 5  | Regular expressions are not taken",
            })
    void mistakesAreExplainedWhereTheyAre(String text, int position, String message) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> prepared(text))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void aVeryLongQueryIsRefused() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> prepared("a ".repeat(1_500)))
                .withMessageContaining("at most 2000");
    }
}
