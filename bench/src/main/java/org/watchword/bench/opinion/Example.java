package org.watchword.bench.opinion;

import java.util.List;

/**
 * A text to learn from or to measure on.
 *
 * @param corpus where it is from
 * @param part which part of the corpus it falls into
 * @param outcome what it is
 * @param sure whether a person said so; otherwise it is hateful by its label, and words of a family tell in which way
 * @param target whether it names a group, as every sentence does that the model is asked about
 * @param text as it stands
 * @param features what the model looks at
 */
record Example(
        String corpus, Part part, Outcome outcome, boolean sure, boolean target, String text, List<String> features) {

    /** What is learned to tell apart. */
    enum Outcome {
        NEITHER,
        DEGRADES,
        THREATENS
    }

    /** Three parts in five are learned from, one is for choices, one only measured. */
    enum Part {
        TRAIN,
        CHOOSE,
        MEASURE;

        private static final int ONE_IN_FIVE = 51;

        /** By a hash of what must not be divided between two parts. */
        static Part of(String key) {
            int first = Integer.parseInt(
                    org.watchword.model.ContentHash.sha256Hex(key).substring(0, 2), 16);
            return first < ONE_IN_FIVE ? MEASURE : first < 2 * ONE_IN_FIVE ? CHOOSE : TRAIN;
        }
    }

    boolean positive() {
        return outcome != Outcome.NEITHER;
    }
}
