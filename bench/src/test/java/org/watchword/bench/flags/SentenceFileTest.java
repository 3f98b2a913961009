package org.watchword.bench.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.Category;

class SentenceFileTest {

    private static final Path HELD_BACK = Path.of("flags/held-back.csv");
    private static final String HEAD = "id,kind,family,register,text\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_held_back_list_covers_every_category_and_guard() throws IOException {
        List<LabelledSentence> sentences = SentenceFile.read(HELD_BACK);
        for (Category category : Category.values()) {
            assertThat(counts(sentences, true).getOrDefault(category.id(), 0L))
                    .as(category.id())
                    .isGreaterThanOrEqualTo(15);
            assertThat(counts(sentences, false).getOrDefault(category.id(), 0L))
                    .as(category.id())
                    .isGreaterThanOrEqualTo(15);
        }
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(n -> "G" + n))
                .allSatisfy(guard -> assertThat(counts(sentences, false).getOrDefault(guard, 0L))
                        .isGreaterThanOrEqualTo(20));
    }

    @Test
    void no_sentence_stands_twice() throws IOException {
        assertThat(SentenceFile.read(HELD_BACK))
                .extracting(LabelledSentence::text)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_category_that_does_not_exist_is_refused_with_its_place() throws IOException {
        Path file = write(HEAD + "1,dangerous,purity,speech,a\n2,dangerous,puritan,speech,b\n");
        assertThatThrownBy(() -> SentenceFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ":3: family 'puritan': expected a category");
    }

    @Test
    void a_dangerous_sentence_of_a_guard_is_refused() throws IOException {
        Path file = write(HEAD + "1,dangerous,G1,speech,a\n");
        assertThatThrownBy(() -> SentenceFile.read(file)).hasMessageContaining("family 'G1': expected a category");
    }

    @Test
    void an_id_that_stands_twice_is_refused() throws IOException {
        Path file = write(HEAD + "1,look-alike,G1,speech,a\n1,look-alike,G2,speech,b\n");
        assertThatThrownBy(() -> SentenceFile.read(file)).hasMessageContaining("id '1' stands twice");
    }

    private static Map<String, Long> counts(List<LabelledSentence> sentences, boolean dangerous) {
        return sentences.stream()
                .filter(sentence -> sentence.dangerous() == dangerous)
                .collect(Collectors.groupingBy(LabelledSentence::family, Collectors.counting()));
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), csv);
    }
}
