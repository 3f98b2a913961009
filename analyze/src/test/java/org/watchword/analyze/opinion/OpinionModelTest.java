package org.watchword.analyze.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.opinion.OpinionModel.Calibration;

class OpinionModelTest {

    private final OpinionModel model = TestingModel.that("w=unwanted");

    @Test
    void aModelReadBackJudgesTheSame() throws IOException {
        OpinionModel read = OpinionModel.read(new ByteArrayInputStream(written(model)));

        List<String> features = List.of("w=they", "w=unwanted");
        assertThat(read.judge(features)).isEqualTo(model.judge(features));
        assertThat(read.judge(features).score()).isGreaterThan(0.9);
        assertThat(read.judge(List.of("w=they")).score()).isBetween(0.3, 0.7);
    }

    @Test
    void theVersionIsThatOfTheBytes() throws IOException {
        byte[] file = written(model);
        assertThat(OpinionModel.read(new ByteArrayInputStream(file)).version())
                .hasSize(12)
                .isEqualTo(OpinionModel.read(new ByteArrayInputStream(file)).version());
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[] {1, 2, 3, 4, 5});
        }
        assertThatThrownBy(() -> OpinionModel.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train it anew");
    }

    @Test
    void calibrationMovesTheScoreAndNotTheKind() {
        OpinionModel shifted = model.with(new Calibration(0.01f, 1, -20, 1, 0));
        assertThat(shifted.judge(List.of("w=unwanted")).score()).isLessThan(0.1);
        assertThat(shifted.judge(List.of("w=unwanted")).threatens()).isFalse();
    }

    @Test
    void aFamilyIsFoundByEachOfItsWordsAndExpressions() {
        WordFamilies families = new WordFamilies(Map.of("remove", List.of("drive out", "expel")));
        assertThat(families.in(List.of("we", "drive", "out", "or", "expel")))
                .containsExactly(new WordFamilies.Hit(1, 3, "remove"), new WordFamilies.Hit(4, 5, "remove"));
        assertThat(families.in(List.of("drive"))).isEmpty();
    }

    @Test
    void theShippedModelIsThere() {
        OpinionModel shipped = OpinionModel.load(OpinionModel.ENGLISH);
        assertThat(shipped.size()).isGreaterThan(10_000);
        assertThat(shipped.calibration().candidateFrom())
                .isGreaterThan(shipped.calibration().doubtBelow());
    }

    private static byte[] written(OpinionModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }
}
