package org.watchword.analyze.nlp;

import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/**
 * The weights of the part-of-speech model, summed ahead: all a word says about the tag of its own place and of the four places
 * around it, and all the two tags before a place say. The features are those of OpenNLP's default tagger configuration, which the
 * model was trained with. Immutable.
 */
final class TagWeights {

    private static final int LONGEST_AFFIX = 4;

    /** Features of a word that are not affixes. */
    private static final int OTHERS = 4;

    private static final String ENTRY = "pos.model";
    private static final String START = "S=begin";

    private final Map<String, Context> weights;
    private final String[] tags;
    private final double[] none;
    private final double[][] afterTag;
    private final double[][][] afterTags;
    private final double[][] start;

    TagWeights(POSModel model) {
        if (!(model.getArtifact(ENTRY) instanceof AbstractModel maxent)
                || maxent.getModelType() != AbstractModel.ModelType.Maxent) {
            throw new IllegalArgumentException("the part-of-speech model is not a maximum entropy model");
        }
        weights = weights(maxent.getDataStructures());
        tags = new String[maxent.getNumOutcomes()];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = maxent.getOutcome(i);
        }
        none = new double[tags.length];
        afterTag = new double[tags.length][];
        afterTags = new double[tags.length][tags.length][];
        for (int before = 0; before < tags.length; before++) {
            afterTag[before] = sum("t=" + tags[before]);
            for (int first = 0; first < tags.length; first++) {
                afterTags[first][before] = sum("t=" + tags[before], "t2=" + tags[first] + "," + tags[before]);
            }
        }
        start = new double[][] {sum(START), sum("p1" + START), sum("p2" + START)};
    }

    /**
     * What one word says.
     *
     * @param self about its own tag
     * @param next about the tag of the word after it
     * @param afterNext about the tag of the second word after it
     * @param previous about the tag of the word before it
     * @param beforePrevious about the tag of the second word before it
     */
    record Word(double[] self, double[] next, double[] afterNext, double[] previous, double[] beforePrevious) {}

    int tagCount() {
        return tags.length;
    }

    String tag(int index) {
        return tags[index];
    }

    /** What the tags before a place say; -1 stands for no tag. */
    double[] after(int first, int before) {
        if (before < 0) {
            return none;
        }
        return first < 0 ? afterTag[before] : afterTags[first][before];
    }

    /** What it says to be the place {@code index} of a sentence. */
    double[] at(int index) {
        return index < start.length ? start[index] : none;
    }

    Word word(String form) {
        int affixes = Math.min(LONGEST_AFFIX, form.length());
        String[] features = new String[OTHERS + 2 * affixes];
        String lower = StringUtil.toLowerCase(form);
        String token = "w=" + lower;
        String shape = FeatureGeneratorUtil.tokenFeature(form);
        features[0] = "def";
        features[1] = token;
        features[2] = "wc=" + shape;
        features[3] = "w&c=" + lower + "," + shape;
        for (int i = 0; i < affixes; i++) {
            features[OTHERS + i] = "suf=" + form.substring(form.length() - i - 1);
            features[OTHERS + affixes + i] = "pre=" + form.substring(0, i + 1);
        }
        return new Word(sum(features), sum("p1" + token), sum("p2" + token), sum("n1" + token), sum("n2" + token));
    }

    /** The array of nothing is shared, since most words are rare ones. */
    private double[] sum(String... features) {
        double[] sums = none;
        for (String feature : features) {
            Context context = weights.get(feature);
            if (context == null) {
                continue;
            }
            if (sums == none) {
                sums = new double[tags.length];
            }
            int[] outcomes = context.getOutcomes();
            double[] parameters = context.getParameters();
            for (int i = 0; i < outcomes.length; i++) {
                sums[outcomes[i]] += parameters[i];
            }
        }
        return sums;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Context> weights(Object[] structures) {
        return (Map<String, Context>) structures[1];
    }
}
