package org.watchword.analyze.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.rule.ShippedRules;
import org.watchword.analyze.text.Annotator;

/** The examples of {@code docs/rules.md} do what the page says. */
class DocumentedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\d+\\. `(.+?)` — \\*(.+?)\\* not \\*(.+?)\\*$");
    private static final Annotator ANNOTATOR = new AnnotatorFactory(
                    Pipeline.MODELS, NameFinder.load(ShippedRules.config().resolve("languages")))
            .create();

    static Stream<Arguments> examples() throws IOException {
        String page = Files.readString(ShippedRules.config().resolve("../docs/rules.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map(MatchResult.class::cast)
                .map(found -> Arguments.of(found.group(1), found.group(2), found.group(3)));
    }

    @Test
    void areTwenty() throws IOException {
        assertThat(examples()).hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comeOutAsPromised(String pattern, String marked, String other) {
        String text = marked.replace("[[", "").replace("]]", "");
        String wanted = marked.substring(marked.indexOf("[[") + 2, marked.indexOf("]]"));
        assertThat(PatternTrial.found(pattern, ANNOTATOR.annotate(text, "en"))).isEqualTo(List.of(wanted));
        assertThat(PatternTrial.found(pattern, ANNOTATOR.annotate(other, "en"))).isEmpty();
    }
}
