package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.analyze.language.IcuSegmenter;
import org.watchword.analyze.language.LetterCase;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Flag;
import org.watchword.model.Span;

/**
 * Texts of the languages without a tagger, cut as they are cut in the line. A golden file holds one text a line; {@code ⟦category:words⟧}
 * is flagged, {@code ⟦?category:words⟧} is context, and nothing else is either. Emoji, marks that combine and decomposed letters stand
 * before the words, so that offsets must be counted in the text as it came.
 */
class GoldenFlagsTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RuleEngine ENGINE = new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS);

    @ParameterizedTest
    @ValueSource(strings = {"ru", "tr", "az", "hy", "fr", "de"})
    void flagsStandExactlyWhereTheyAreMarked(String language) throws IOException {
        List<String> differences = new ArrayList<>();
        int marks = 0;
        for (String line : lines(language)) {
            Marked marked = Marked.read(line);
            List<String> found = ENGINE.flags(annotate(marked.text(), language), List.of(), null).stream()
                    .map(flag -> shown(flag, marked.text()))
                    .toList();
            marks += marked.flags().size();
            if (!found.equals(marked.flags())) {
                differences.add(line + "\n  expected " + marked.flags() + "\n  found    " + found);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(marks).isGreaterThanOrEqualTo(8);
    }

    private static String shown(Flag flag, String text) {
        String context = flag.guards().isEmpty() ? "" : "?";
        return context + flag.category().id() + ':' + flag.span().in(text) + '@' + flag.start();
    }

    private static List<String> lines(String language) throws IOException {
        String name = "/golden/flags/" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(GoldenFlagsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static AnnotatedText annotate(String text, String language) {
        IcuSegmenter segmenter = new IcuSegmenter(language);
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : segmenter.sentences(text)) {
            List<Token> tokens = segmenter.words(text, span).stream()
                    .map(word -> new Token(
                            word.start(), word.end(), word.in(text), "", LetterCase.lower(word.in(text), language)))
                    .toList();
            sentences.add(new Sentence(span.start(), span.end(), tokens));
        }
        return new AnnotatedText(text, language, sentences, List.of());
    }

    private record Marked(String text, List<String> flags) {

        static Marked read(String line) {
            StringBuilder text = new StringBuilder();
            List<String> flags = new ArrayList<>();
            int at = 0;
            for (int open = line.indexOf('⟦'); open >= 0; open = line.indexOf('⟦', at)) {
                text.append(line, at, open);
                int colon = line.indexOf(':', open);
                int close = line.indexOf('⟧', open);
                String words = line.substring(colon + 1, close);
                flags.add(line.substring(open + 1, colon) + ':' + words + '@' + text.length());
                text.append(words);
                at = close + 1;
            }
            return new Marked(text.append(line.substring(at)).toString(), flags);
        }
    }
}
