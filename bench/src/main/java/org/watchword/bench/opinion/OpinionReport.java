package org.watchword.bench.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.analyze.opinion.OpinionModel;
import org.watchword.bench.flags.Share;

/** Of sentences about groups: how many become candidates, and how many would be doubted if a rule had flagged them. */
final class OpinionReport {

    private static final int BINS = 10;

    private final OpinionModel model;
    private final Map<String, List<Example>> byCorpus = new TreeMap<>();

    OpinionReport(OpinionModel model) {
        this.model = model;
    }

    void add(Example example) {
        byCorpus.computeIfAbsent(example.corpus(), corpus -> new ArrayList<>()).add(example);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byCorpus.forEach((corpus, examples) -> {
            lines.add(corpus);
            lines.add("  dangerous, found        " + raised(examples, true, true));
            lines.add("  hateful by words, found " + raised(examples, true, false));
            lines.add("  harmless, found         " + raised(examples, false, true));
            lines.add("  dangerous, doubted      " + doubted(examples, true));
            lines.add("  harmless, doubted       " + doubted(examples, false));
        });
        lines.add("calibration: score, share that is dangerous");
        lines.addAll(calibration());
        return lines;
    }

    private Share raised(List<Example> examples, boolean positive, boolean sure) {
        List<Example> some = examples.stream()
                .filter(e -> e.positive() == positive && e.sure() == sure)
                .toList();
        return new Share(
                (int) some.stream()
                        .filter(e -> score(e) >= model.calibration().candidateFrom())
                        .count(),
                some.size());
    }

    private Share doubted(List<Example> examples, boolean positive) {
        List<Example> some = examples.stream()
                .filter(e -> e.positive() == positive && e.sure())
                .toList();
        return new Share(
                (int) some.stream()
                        .filter(e -> score(e) < model.calibration().doubtBelow())
                        .count(),
                some.size());
    }

    private List<String> calibration() {
        List<String> lines = new ArrayList<>();
        List<Example> sure = byCorpus.values().stream()
                .flatMap(List::stream)
                .filter(Example::sure)
                .toList();
        for (int bin = 0; bin < BINS; bin++) {
            double from = (double) bin / BINS;
            double to = from + 1.0 / BINS;
            boolean last = bin == BINS - 1;
            List<Example> in = sure.stream()
                    .filter(e -> score(e) >= from && (score(e) < to || last))
                    .toList();
            int positive = (int) in.stream().filter(Example::positive).count();
            lines.add(String.format("  %.1f  %s", from, new Share(positive, in.size())));
        }
        return lines;
    }

    private double score(Example example) {
        return model.judge(example.features()).score();
    }
}
