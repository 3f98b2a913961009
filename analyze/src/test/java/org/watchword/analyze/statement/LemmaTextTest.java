package org.watchword.analyze.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Lemmas;
import org.watchword.model.Statement;

class LemmaTextTest {

    @Test
    void lettersOfAnyScriptAndEmojiStayAndPunctuationGoes() {
        String text = "İzmir , ışık — Հայերեն ։ Слова 🐀 !";

        Lemmas lemmas = LemmaText.of(annotated(text), List.of());

        assertThat(lemmas.document()).isEqualTo("izmir ışık հայերեն слова 🐀");
    }

    @Test
    void statementHasTheWordsItCovers() {
        String text = "Tesk said : They talk ! Rain fell .";
        int start = text.indexOf("They");
        int end = text.indexOf(" Rain");
        var statement = new Statement("s1", start, end, text.substring(start, end), null, List.of());

        assertThat(LemmaText.of(annotated(text), List.of(statement)).statements())
                .containsEntry("s1", "they talk");
    }

    private static AnnotatedText annotated(String text) {
        List<Token> tokens = new ArrayList<>();
        Pattern.compile("\\S+").matcher(text).results().forEach(m -> {
            tokens.add(new Token(m.start(), m.end(), m.group(), m.group(), ""));
        });
        return new AnnotatedText(text, "und", List.of(new Sentence(0, text.length(), tokens)), List.of());
    }
}
