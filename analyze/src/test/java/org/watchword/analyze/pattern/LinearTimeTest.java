package org.watchword.analyze.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/** No pattern runs away: steps are counted, not timed, so that the machine has no say. */
class LinearTimeTest {

    private static final int SHORT = 200;
    private static final int LONG = 3200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a a?){0,20} b",
                "((a|a|a _?){0,5}){0,20} b",
                "(a? a? a? a? a? a? a? a?){1,20} (a|_){1,20} b",
                "(_{0,20} a){1,20} b $",
                "((a{1,4}){1,4}){1,4} -(a a a b) +(a{0,20} b) b",
                "x:(a{0,9} y:(a{0,9} a{0,9})){1,9} [b c]",
                "{group} (a? {group}?){0,20} b",
                "-(-(-(a{0,20} b) a{0,20} b) a{0,20} b) c",
            })
    void stepsGrowWithTheSentence(String source) {
        Pattern pattern = PatternTrial.pattern(source);
        long few = steps(pattern, SHORT);
        long many = steps(pattern, LONG);
        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few * LONG / SHORT * 2);
    }

    @Test
    void aLongSentenceIsDoneInTheTimeOfManyShortOnes() {
        Pattern pattern = PatternTrial.pattern("((a|a|a _?){0,5}){0,20} b");
        assertThat(pattern.matches(view(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "!", "(", "x:(", "-(", "[!"})
    void whatStandsWithinItselfTooOftenIsRefused(String opening) {
        assertThatThrownBy(() -> PatternTrial.pattern(opening.repeat(50_000) + "a"))
                .isInstanceOf(PatternException.class);
    }

    @Test
    void whatIsFoundIsFoundInALongSentenceToo() {
        assertThat(PatternTrial.found(
                        "(a a?){0,20} b $",
                        text(IntStream.range(0, 50)
                                .mapToObj(k -> k < 49 ? "a" : "b")
                                .toList())))
                .singleElement()
                .satisfies(words -> assertThat(words.split(" ")).hasSize(41));
    }

    /** How often a pattern is turned away, over all attempts. */
    private static long steps(Pattern pattern, int words) {
        long[] stops = new long[1];
        Program program = ((CompiledPattern) pattern).program();
        Run run = new Run(program, view(words), new Progress() {
            @Override
            public void stopped(Span part, int at) {
                stops[0]++;
            }

            @Override
            public void step() {
                stops[0]++;
            }
        });
        IntStream.range(0, words).forEach(run::from);
        return stops[0];
    }

    private static SentenceView view(int words) {
        String[] surfaces = new String[words];
        Arrays.fill(surfaces, "a");
        return PatternTrial.sentences(text(List.of(surfaces))).get(0);
    }

    private static AnnotatedText text(List<String> words) {
        StringBuilder text = new StringBuilder();
        List<Token> tokens = new java.util.ArrayList<>();
        for (String word : words) {
            tokens.add(new Token(text.length(), text.length() + word.length(), word, word, ""));
            text.append(word).append(' ');
        }
        return new AnnotatedText(text.toString(), "en", List.of(new Sentence(0, text.length(), tokens)), List.of());
    }
}
