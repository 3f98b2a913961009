package org.watchword.analyze.rule;

import java.util.List;
import org.watchword.model.Flag;

/**
 * What one rule did on a text.
 *
 * @param rule its id
 * @param steps one line per sentence and pattern: not tried, for want of what; tried, and where it stopped; or matched, with the guards
 *     that lowered it and their cues
 * @param flags what came out before flags of one category were joined
 */
public record Explanation(String rule, List<String> steps, List<Flag> flags) {

    public Explanation {
        steps = List.copyOf(steps);
        flags = List.copyOf(flags);
    }
}
