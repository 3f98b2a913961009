package org.watchword.bench.opinion;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.watchword.analyze.opinion.OpinionModel;
import org.watchword.analyze.opinion.OpinionModel.Calibration;
import org.watchword.analyze.opinion.WordFamilies;
import org.watchword.bench.opinion.Example.Outcome;

/** Fits the weights with OpenNLP's maximum-entropy trainer (L-BFGS, one thread), and rounds them to bytes. */
final class MaxentTraining {

    private static final double MOST = 127;

    /** How often an example counts. */
    private static final int SURE = 2;

    private static final int OF_RULES = 6;

    private MaxentTraining() {}

    /**
     * @param l2 weight of the Gaussian prior
     * @param rarest features seen in fewer examples are not learned
     */
    static OpinionModel train(List<Example> examples, WordFamilies families, double l1, double l2, int rarest)
            throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(TrainingParameters.CUTOFF_PARAM, rarest * SURE);
        parameters.put("DataIndexer", "OnePassRealValue");
        parameters.put("L1Cost", l1);
        parameters.put("L2Cost", l2);
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
        Stream<Event> events = examples.stream().flatMap(MaxentTraining::events);
        try (ObjectStream<Event> stream = ObjectStreamUtils.createObjectStream(events.toArray(Event[]::new))) {
            return rounded((AbstractModel) trainer.train(stream), families);
        }
    }

    private static Stream<Event> events(Example example) {
        String[] features = example.features().toArray(String[]::new);
        float[] values = new float[features.length];
        java.util.Arrays.fill(values, OpinionModel.value(features.length));
        Event event = new Event(example.outcome().name(), features, values);
        int copies = example.corpus().equals("rules") ? OF_RULES : example.sure() ? SURE : 1;
        return IntStream.range(0, copies).mapToObj(i -> event);
    }

    @SuppressWarnings("unchecked")
    private static OpinionModel rounded(AbstractModel model, WordFamilies families) {
        int[] outcomes = Stream.of(Outcome.NEITHER, Outcome.DEGRADES, Outcome.THREATENS)
                .mapToInt(outcome -> model.getIndex(outcome.name()))
                .toArray();
        SortedMap<Integer, double[]> weights = new TreeMap<>();
        double largest = 0;
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        for (Map.Entry<String, Context> feature : contexts.entrySet()) {
            double[] of = new double[model.getNumOutcomes()];
            int[] named = feature.getValue().getOutcomes();
            for (int i = 0; i < named.length; i++) {
                of[named[i]] = feature.getValue().getParameters()[i];
            }
            double[] against = {of[outcomes[1]] - of[outcomes[0]], of[outcomes[2]] - of[outcomes[0]]};
            weights.put(feature.getKey().hashCode(), against);
            largest = Math.max(largest, Math.max(Math.abs(against[0]), Math.abs(against[1])));
        }
        double unit = largest / MOST;
        weights.values().removeIf(w -> Math.round(w[0] / unit) == 0 && Math.round(w[1] / unit) == 0);
        int[] keys = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] bytes = new byte[keys.length * OpinionModel.OUTCOMES];
        Iterator<double[]> rows = weights.values().iterator();
        for (int row = 0; row < keys.length; row++) {
            double[] w = rows.next();
            bytes[row * OpinionModel.OUTCOMES + OpinionModel.DEGRADES] = (byte) Math.round(w[0] / unit);
            bytes[row * OpinionModel.OUTCOMES + OpinionModel.THREATENS] = (byte) Math.round(w[1] / unit);
        }
        return new OpinionModel(families, keys, bytes, new Calibration((float) unit, 1, 0, 1, 0));
    }
}
