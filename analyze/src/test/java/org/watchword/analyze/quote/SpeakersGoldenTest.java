package org.watchword.analyze.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.Mention;

/** Who a speaker is: the name in full, the office and the country, as far as the text gives them. */
class SpeakersGoldenTest {

    private static final QuoteFinder FINDER = QuoteFinders.load(Pipeline.LANGUAGES);

    record Case(String text, List<String> speakers) {

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Stream.concat(cases("/golden/speakers/english.txt"), cases("/golden/speakers/who-can-speak.txt"));
    }

    private static Stream<Case> cases(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SpeakersGoldenTest.class.getResourceAsStream(file))) {
            List<Case> cases = new ArrayList<>();
            for (String block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
                if (!block.startsWith("#")) {
                    List<String> lines = block.lines().toList();
                    cases.add(new Case(
                            lines.get(0),
                            lines.stream().skip(1).map(l -> l.substring(2)).toList()));
                }
            }
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void speakersAreWhoTheTextSaysTheyAre(Case golden) {
        List<String> found = FINDER.find(Pipeline.annotate(golden.text())).stream()
                .map(quote -> line(quote.speaker()))
                .toList();
        assertThat(found).isEqualTo(golden.speakers());
    }

    private static String line(@Nullable Mention m) {
        return m == null
                ? "-"
                : m.text() + " | " + Objects.requireNonNullElse(m.name(), "?") + " | "
                        + Objects.requireNonNullElse(m.office(), "-") + " | "
                        + Objects.requireNonNullElse(m.country(), "-");
    }

    @Test
    void spellingsOfOneNameAreOneSpeakerInEveryLanguage(@TempDir Path folder) throws IOException {
        for (String tag : List.of("en", "ru")) {
            Path language = Files.createDirectories(folder.resolve(tag));
            Files.copy(Pipeline.LANGUAGES.resolve(tag).resolve("quotes.yaml"), language.resolve("quotes.yaml"));
        }
        Files.writeString(folder.resolve("aliases.yaml"), "- name: Ada Renn\n  also: [Ada Wren, Ада Ренн]\n");
        QuoteFinder finder = QuoteFinders.load(folder);
        assertThat(finder.find(Pipeline.annotate("“The gate is shut,” Ada Wren said.")))
                .extracting(q -> Objects.requireNonNull(q.speaker()).name())
                .containsExactly("Ada Renn");
        assertThat(finder.find(Pipeline.detect("«Ворота закрыты на ночь», – заявила Ада Ренн.")))
                .extracting(q -> Objects.requireNonNull(q.speaker()).name())
                .containsExactly("Ada Renn");
    }
}
