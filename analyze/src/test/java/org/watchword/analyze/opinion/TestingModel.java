package org.watchword.analyze.opinion;

import java.util.Map;
import org.watchword.analyze.opinion.OpinionModel.Calibration;

/** A model that knows one feature. */
final class TestingModel {

    private TestingModel() {}

    /** Holds a sentence with this feature to be degrading, and knows nothing of any other. */
    static OpinionModel that(String feature) {
        byte[] weights = new byte[OpinionModel.OUTCOMES];
        weights[OpinionModel.DEGRADES] = 127;
        return new OpinionModel(
                new WordFamilies(Map.of()),
                new int[] {feature.hashCode()},
                weights,
                new Calibration(1f, 1, -0.5, 0.9, 0.7));
    }
}
