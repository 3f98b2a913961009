package org.watchword.analyze.story;

import java.time.Duration;

/**
 * When two pages are appearances of one story.
 *
 * @param resemblance least share of the runs of words of both that they have in common (Jaccard's coefficient), above 0 to 1; 0.25 by
 *     default
 * @param containment least share of the shorter text's runs that stand in the longer, above 0 to 1; 0.8 by default
 * @param minWords shorter texts are copies only when they are the same; at least 20, 60 by default
 * @param window how far apart two captures may be, and how long a text is kept for comparison; 90 days by default
 */
public record StorySettings(double resemblance, double containment, int minWords, Duration window) {

    /** Texts below this are never called copies: "Watch the video" is the text of a thousand pages. */
    public static final int LEAST_WORDS = 20;

    /** @throws IllegalArgumentException when a value is out of bounds */
    public StorySettings {
        if (!(resemblance > 0 && resemblance <= 1 && containment > 0 && containment <= 1)) {
            throw new IllegalArgumentException("resemblance and containment must be above 0 and at most 1, not "
                    + resemblance + " and " + containment);
        }
        if (minWords < LEAST_WORDS) {
            throw new IllegalArgumentException("minWords must be at least " + LEAST_WORDS + ", not " + minWords);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be positive, not " + window);
        }
    }

    public static StorySettings defaults() {
        return new StorySettings(0.25, 0.8, 60, Duration.ofDays(90));
    }
}
