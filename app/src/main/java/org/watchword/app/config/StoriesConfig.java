package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.time.Duration;
import org.watchword.analyze.story.StorySettings;

/**
 * When pages are appearances of one story.
 *
 * @param resemblance least share of the runs of words of both texts that they have in common
 * @param containment least share of the shorter text's runs that stand in the longer
 * @param minWords shorter texts are copies only when they are the same
 * @param window how far apart two captures may be, and how long a text is kept for comparison
 */
public record StoriesConfig(
        @Default("0.25") double resemblance,
        @Default("0.8") double containment,
        @Default("60") int minWords,
        @Default("90 d") Duration window) {

    public StoriesConfig {
        require(resemblance > 0 && resemblance <= 1, "resemblance", "must be above 0 and at most 1");
        require(containment > 0 && containment <= 1, "containment", "must be above 0 and at most 1");
        requireRange("minWords", minWords, StorySettings.LEAST_WORDS, 10_000);
        require(window.toHours() >= 1, "window", "must be at least 1 h");
    }
}
