package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchword.model.Span;

class FormMarksTest {

    private static final Map<String, String> LEMMAS = Map.of("wolves", "wolf", "went", "go", "goes", "go");

    private static String lemma(String word) {
        String form = word.toLowerCase(Locale.ROOT);
        return LEMMAS.getOrDefault(form, form);
    }

    private static List<String> marked(String query, String text, Span... byServer) {
        return new FormMarks(query, FormMarksTest::lemma)
                .of(text, List.of(byServer)).stream().map(span -> span.in(text)).toList();
    }

    @Test
    void aWordOfManyPartsTakesNoStack() {
        assertThat(marked("goes", "went-".repeat(100_000) + "x goes")).containsExactly("goes");
    }

    @Test
    void aWordFoundByItsFormIsMarkedWhereItStands() {
        assertThat(marked("wolf", "🐺 Wolves ate the wolf-hounds.")).containsExactly("Wolves");
        assertThat(marked("goes AND -lamb", "They went home.")).containsExactly("went");
        assertThat(marked("lemma:go", "She goes; he went.")).containsExactly("goes", "went");
    }

    @Test
    void whatTheServerMarkedStaysInItsPlace() {
        String text = "Wolves and a wolf";
        assertThat(marked("wolf", text, new Span(13, 17))).containsExactly("Wolves", "wolf");
        assertThat(marked("\"and a wolf\"", text, new Span(7, 17))).containsExactly("and a wolf");
    }

    @Test
    void phrasesFieldsAndBeginningsMarkNothingOfTheirOwn() {
        assertThat(marked("\"wolf\" speaker:wolf wol*", "Wolves")).isEmpty();
    }
}
