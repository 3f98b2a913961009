package org.watchword.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

class NameTaggerTest {

    private static final NameModel MODEL = NameModel.load(NameModel.ENGLISH);

    private static Sentence sentence(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : text.split(" ")) {
            tokens.add(new Token(start, start + word.length(), word, "", ""));
            start += word.length() + 1;
        }
        return new Sentence(0, text.length(), tokens);
    }

    private static List<String> names(NameModel model, String text) {
        return new NameTagger(model)
                .find(List.of(sentence(text))).stream()
                        .map(n -> n.type() + " " + text.substring(n.start(), n.end()))
                        .toList();
    }

    @Test
    void personsNobodyListedAreFoundByTheWordsAroundThem() {
        assertThat(names(MODEL, "The bridge is closed , said Tarvin Oskelund , who lives in Norway ."))
                .containsExactly("PERSON Tarvin Oskelund", "LOCATION Norway");
    }

    @Test
    void textWithoutNamesHasNone() {
        assertThat(names(MODEL, "The old bridge has been closed since the spring ."))
                .isEmpty();
    }

    @Test
    void offsetsCountUtf16Units() {
        String text = "😀 Maria Oskelund spoke .";
        assertThat(names(MODEL, text)).containsExactly("PERSON Maria Oskelund");
    }

    @Test
    void modelWrittenAndReadAgainFindsTheSame() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        MODEL.write(first);
        NameModel again = NameModel.read(new ByteArrayInputStream(first.toByteArray()));
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        again.write(second);
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        String text = "Maria Oskelund left the United Nations for Norway .";
        assertThat(names(again, text)).isNotEmpty().isEqualTo(names(MODEL, text));
    }

    @Test
    void sentenceLongerThanTheTaggersMemoryIsReadInPieces() {
        String text = "Maria Oskelund spoke . ".repeat(500).strip();
        assertThat(names(MODEL, text)).hasSizeGreaterThan(480);
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[100]);
        }
        assertThatIOException()
                .isThrownBy(() -> NameModel.read(new ByteArrayInputStream(bytes.toByteArray())))
                .withMessageContaining("not a name model");
    }
}
