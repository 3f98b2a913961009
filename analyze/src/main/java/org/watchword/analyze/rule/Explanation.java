package org.watchword.analyze.rule;

import java.util.List;
import org.watchword.model.Flag;

/**
 * What one rule did on a text.
 *
 * @param rule its id
 * @param steps one line per sentence: skipped for want of a word, tried without a match, or matched with the guards that fired
 * @param flags what came out before flags of one category were joined
 */
public record Explanation(String rule, List<String> steps, List<Flag> flags) {

    public Explanation {
        steps = List.copyOf(steps);
        flags = List.copyOf(flags);
    }
}
