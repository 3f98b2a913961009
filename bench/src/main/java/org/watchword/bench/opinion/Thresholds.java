package org.watchword.bench.opinion;

import java.util.List;
import org.watchword.analyze.opinion.OpinionModel;
import org.watchword.analyze.opinion.OpinionModel.Calibration;

/**
 * Calibrates a model and chooses from which score a sentence is a candidate, and below which a flag is doubted, on examples it did not
 * learn from.
 *
 * <p>A candidate costs somebody a look, so the first threshold is the lowest at which no more than a given share of ordinary sentences
 * about groups becomes one. A doubt must be rare where rules are right, so the second is the score below which one in twenty of the
 * dangerous sentences lies.
 */
final class Thresholds {

    private static final double DOUBTED = 0.05;
    private static final double STEP = 0.001;

    private Thresholds() {}

    static OpinionModel choose(OpinionModel raw, List<Example> examples, double share) {
        PlattScaling scaling = PlattScaling.fit(examples, e -> raw.logit(e.features()));
        OpinionModel scaled =
                raw.with(new Calibration(raw.calibration().unit(), scaling.slope(), scaling.shift(), 1, 0));
        double[] ordinary = scores(
                scaled,
                examples.stream()
                        .filter(e -> e.corpus().equals("ungdc") || e.corpus().equals("kremlin"))
                        .toList());
        double[] dangerous =
                scores(scaled, examples.stream().filter(Example::positive).toList());
        int most = (int) (ordinary.length * share);
        double candidateFrom = ordinary.length == 0 ? 1 : ordinary[Math.max(0, ordinary.length - 1 - most)] + STEP;
        double doubtBelow = dangerous.length == 0 ? 0 : dangerous[(int) (dangerous.length * DOUBTED)];
        return raw.with(
                new Calibration(raw.calibration().unit(), scaling.slope(), scaling.shift(), candidateFrom, doubtBelow));
    }

    private static double[] scores(OpinionModel model, List<Example> examples) {
        return examples.stream()
                .mapToDouble(e -> model.judge(e.features()).score())
                .sorted()
                .toArray();
    }
}
