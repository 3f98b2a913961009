package org.watchword.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

class OtherMentionsTest {

    private static final WordKnowledge KNOWLEDGE =
            new WordKnowledge.Builder().list("Dr", WordKnowledge.TITLE).build();

    private static Sentence sentence(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : text.split(" ")) {
            tokens.add(new Token(start, start + word.length(), word, "", ""));
            start += word.length() + 1;
        }
        return new Sentence(0, text.length(), tokens);
    }

    private static int elsewhere(List<Sentence> sentences, int sentence, int word) {
        List<Token> tokens = sentences.get(sentence).tokens();
        String surface = tokens.get(word).surface();
        return OtherMentions.of(sentences, KNOWLEDGE)
                .elsewhere(tokens, word, Hash.folded(surface, 0, surface.length()), true);
    }

    @Test
    void wordOfOneSentenceIsKnownFromAnother() {
        List<Sentence> sentences =
                List.of(sentence("Yesterday everybody welcomed Dr Oren there"), sentence("later we saw Oren again"));
        assertThat(elsewhere(sentences, 1, 3)).isNotZero();
    }

    @Test
    void placeOfItsOwnTellsNothing() {
        List<Sentence> sentences =
                List.of(sentence("Yesterday everybody welcomed Dr Oren there"), sentence("later we saw Vale again"));
        assertThat(elsewhere(sentences, 0, 4)).isZero();
        assertThat(elsewhere(sentences, 1, 3)).isZero();
    }

    @Test
    void initialsAreKnownFromTheFullName() {
        List<Sentence> sentences =
                List.of(sentence("the National Authority for Ports said no"), sentence("later the NAP said yes"));
        assertThat(elsewhere(sentences, 1, 2)).isNotZero();
    }

    @Test
    void manyWordsAreKept() {
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            sentences.add(sentence("we met Dr Or" + Integer.toString(i, 26).replaceAll("[0-9]", "x") + "v"
                    + "abcdefghij".charAt(i % 10) + " there"));
        }
        sentences.add(sentence("we met Dr Oskelund there"));
        sentences.add(sentence("later we saw Oskelund again"));
        assertThat(elsewhere(sentences, 2001, 3)).isNotZero();
    }
}
