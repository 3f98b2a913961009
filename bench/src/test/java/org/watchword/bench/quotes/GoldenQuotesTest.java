package org.watchword.bench.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The labelled texts of this repository, read with the shipped models. A figure that falls below its floor has got worse. */
class GoldenQuotesTest {

    private static final Path GOLDEN = Path.of("..", "analyze", "src", "test", "resources", "golden", "quotes");
    private static final QuoteReader READER = new QuoteReader(Path.of("..", "config", "languages"));

    private static QuoteScores score(String folder, String name) throws IOException {
        QuoteScores scores = new QuoteScores();
        try (Stream<Path> files = Files.list(GOLDEN.resolve(folder))) {
            List<Path> matching = files.filter(f -> f.getFileName().toString().startsWith(name))
                    .sorted()
                    .toList();
            assertThat(matching).isNotEmpty();
            for (Path file : matching) {
                for (LabelledText text : new GoldenFile(file).read()) {
                    scores.add(text, READER.read(text));
                }
            }
        }
        return scores;
    }

    @Test
    void thereAreThreeHundredLabelledQuotes() throws IOException {
        assertThat(score("dev", "").marked() + score("heldback", "").marked()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void englishContentsAndSpeakers() throws IOException {
        for (String folder : List.of("dev", "heldback")) {
            QuoteScores scores = score(folder, "english");
            assertThat(scores.f1()).as(folder).isGreaterThan(0.9);
            assertThat(scores.directRecall()).as(folder).isGreaterThan(0.95);
            assertThat(scores.directPrecision()).as(folder).isGreaterThan(0.95);
            assertThat(scores.speakerRight()).as(folder).isGreaterThan(0.94);
            assertThat(scores.nameWrong()).as(folder).isLessThan(0.15);
        }
    }

    @Test
    void directSpeechOfOtherLanguages() throws IOException {
        for (String folder : List.of("dev", "heldback")) {
            QuoteScores scores = score(folder, "other");
            assertThat(scores.directRecall()).as(folder).isGreaterThan(0.95);
            assertThat(scores.directPrecision()).as(folder).isGreaterThan(0.95);
            assertThat(scores.speakerRight()).as(folder).isGreaterThan(0.86);
            assertThat(scores.nameWrong()).as(folder).isLessThan(0.05);
        }
    }
}
