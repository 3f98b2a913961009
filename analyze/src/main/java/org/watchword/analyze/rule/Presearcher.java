package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.pattern.Necessary;
import org.watchword.analyze.pattern.SentenceView;

/**
 * Chooses the patterns worth trying on a sentence: those one of whose necessary words it holds, by form or lemma. The cost is one look-up
 * per word, whatever the number of rules. Immutable.
 *
 * @param <T> what is chosen
 */
final class Presearcher<T> {

    private final List<T> items = new ArrayList<>();
    private final BitSet needsGroup = new BitSet();
    private final BitSet always = new BitSet();
    private final BitSet anyGroup = new BitSet();
    private final Map<String, int[]> byTerm;

    Presearcher(Map<T, Necessary> wanted) {
        Map<String, List<Integer>> index = new HashMap<>();
        wanted.forEach((item, necessary) -> {
            int id = items.size();
            items.add(item);
            needsGroup.set(id, necessary.group());
            if (necessary.terms().isEmpty()) {
                (necessary.group() ? anyGroup : always).set(id);
            }
            necessary.terms().forEach(term -> index.computeIfAbsent(term, t -> new ArrayList<>())
                    .add(id));
        });
        byTerm = new HashMap<>();
        index.forEach((term, ids) ->
                byTerm.put(term, ids.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The items worth trying, in the order they were given. */
    List<T> candidates(SentenceView sentence) {
        BitSet chosen = (BitSet) always.clone();
        boolean group = !sentence.mentions().isEmpty();
        if (group) {
            chosen.or(anyGroup);
        }
        for (Word word : sentence.words().all()) {
            choose(word.folded(), group, chosen);
            if (!word.lemma().equals(word.folded())) {
                choose(word.lemma(), group, chosen);
            }
        }
        List<T> candidates = new ArrayList<>(chosen.cardinality());
        chosen.stream().forEach(id -> candidates.add(items.get(id)));
        return candidates;
    }

    private void choose(String term, boolean group, BitSet chosen) {
        int[] ids = byTerm.get(term);
        if (ids != null) {
            for (int id : ids) {
                if (group || !needsGroup.get(id)) {
                    chosen.set(id);
                }
            }
        }
    }
}
