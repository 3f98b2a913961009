package org.watchword.analyze.pattern;

import java.util.List;
import java.util.Map;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.model.Span;

/**
 * Where a pattern matched, in word indices of the sentence.
 *
 * @param from first word
 * @param to one past the last word
 * @param groups the mentions that filled its slots, in order
 * @param captures named parts, as half-open ranges of words
 */
public record Match(int from, int to, List<GroupMention> groups, Map<String, Span> captures) {

    private static final String WORDS = "words";

    public Match {
        groups = List.copyOf(groups);
        captures = Map.copyOf(captures);
    }

    /** The words that a flag is about: those captured as {@code words}, or all. */
    public Match flagged() {
        Span words = captures.get(WORDS);
        return words == null || words.isEmpty() ? this : new Match(words.start(), words.end(), groups, captures);
    }
}
