package org.watchword.analyze.rule;

import java.util.List;
import java.util.Optional;
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

    private static final int[] NEAREST_FIRST = {0, -1, 1};

    public Passage {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    boolean holds(TextView view, int sentence) {
        return (with.isEmpty() || anyIn(with, view, sentence)) && !anyIn(without, view, sentence);
    }

    /** The group that the words beside a match name; one of another sentence has no words in this one. */
    Optional<GroupMention> group(TextView view, int sentence) {
        for (int step : NEAREST_FIRST) {
            int at = sentence + step;
            if (at < 0 || at >= view.sentences().size()) {
                continue;
            }
            for (Pattern pattern : with) {
                for (Match match : pattern.matches(view.sentences().get(at))) {
                    if (!match.groups().isEmpty()) {
                        GroupMention found = match.groups().get(0);
                        return Optional.of(step == 0 ? found : new GroupMention(0, 0, 0, Sort.PRONOUN, found.target()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean anyIn(List<Pattern> patterns, TextView view, int sentence) {
        for (int at = Math.max(0, sentence - 1);
                at <= sentence + 1 && at < view.sentences().size();
                at++) {
            for (Pattern pattern : patterns) {
                if (!pattern.matches(view.sentences().get(at)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
