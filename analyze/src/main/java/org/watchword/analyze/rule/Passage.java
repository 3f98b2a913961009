package org.watchword.analyze.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.GroupMention.Sort;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.pattern.Pattern;

/**
 * What else the passage of a match says: its sentence, the one before and the one after. Where a deed is told in one sentence and praised
 * in the next, neither shows alone what both mean.
 *
 * @param with one of these must match there; empty when nothing is asked for
 * @param without none of these may
 */
public record Passage(List<Pattern> with, List<Pattern> without) {

    /** Asks for nothing. */
    public static final Passage ANY = new Passage(List.of(), List.of());

    public Passage {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    boolean holds(TextView view, int sentence) {
        return (with.isEmpty() || anyIn(with, view, sentence)) && !anyIn(without, view, sentence);
    }

    /** The group that the words beside a match name; one of another sentence has no words in this one. */
    Optional<GroupMention> group(TextView view, int sentence) {
        for (int at : around(view, sentence)) {
            for (Pattern pattern : with) {
                for (Match match : pattern.matches(view.sentences().get(at))) {
                    if (!match.groups().isEmpty()) {
                        GroupMention found = match.groups().get(0);
                        return Optional.of(at == sentence ? found : found.elsewhere(Sort.PRONOUN));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The sentences of the passage, the nearest first. */
    private static int[] around(TextView view, int sentence) {
        return IntStream.of(sentence, sentence - 1, sentence + 1)
                .filter(at -> at >= 0 && at < view.sentences().size())
                .toArray();
    }

    private static boolean anyIn(List<Pattern> patterns, TextView view, int sentence) {
        for (int at : around(view, sentence)) {
            for (Pattern pattern : patterns) {
                if (!pattern.matches(view.sentences().get(at)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
