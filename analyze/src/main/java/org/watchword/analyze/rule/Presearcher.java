package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.lexicon.Word;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Necessary;
import org.watchword.analyze.pattern.Necessary.KeyLengths;
import org.watchword.analyze.pattern.SentenceView;

/**
 * Chooses the patterns worth trying on a sentence: those that find a key of each of their clauses in it. Clauses are shared between
 * patterns and looked up once a sentence by an inverted index over keys; a pattern is then found by the rarest of its clauses only, and the
 * second rarest, which stands beside it, refuses most of the others before anything of the pattern is touched. Where a pattern has words side
 * by side, its keys are pairs of words, so that a phrase is hardly ever tried in vain. The cost is two or three look-ups per word and a
 * little for each pattern whose rarest clause is met, whatever the number of patterns. Immutable.
 *
 * @param <T> what is chosen
 */
final class Presearcher<T> {

    /** Words in nearly every English sentence; those of other languages show by how many patterns have them. */
    private static final Set<String> EVERYWHERE = Set.of(
            "be", "is", "are", "was", "were", "been", "the", "a", "an", "of", "to", "and", "in", "that", "it", "not",
            "have", "has", "had", "will", "we", "they", "them", "their", "our", "us", "for", "from", "with", "do",
            "all", "this", "these", "on", "no", "by", "as", "or", "at", "which", "must", "who", "should", "can",
            "would", "but", "i", "you", "'s", ",", ".");

    private static final int[] NO_CLAUSES = {};
    private static final int EVERYWHERE_WEIGHT = 1000;
    /** <i>Of the</i>, <i>in the</i>. */
    private static final int COMMON_PAIR_WEIGHT = 300;
    /** A sentence in three or so names a group. */
    private static final int GROUP_WEIGHT = 600;

    private final List<T> items;
    /** Clauses of each item but the two rarest, the rarest first. */
    private final List<int[]> others = new ArrayList<>();
    /** The clause that each item of {@link #itemsByClause} needs besides, beside it; -1 when it needs none. */
    private final List<int[]> secondsByClause = new ArrayList<>();

    private final int[] always;
    private final List<Set<String>> clauses = new ArrayList<>();
    private final List<int[]> itemsByClause = new ArrayList<>();
    private final Map<String, Key> keys = new HashMap<>();
    private final PairTable clausesByPair;

    private final KeyLengths lengths;

    /** @param wanted what each item needs */
    Presearcher(List<T> items, Function<T, Necessary> wanted) {
        this.items = List.copyOf(items);
        Map<Set<String>, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (T item : items) {
            for (Set<String> clause : wanted.apply(item).clauses()) {
                numbers.putIfAbsent(clause, numbers.size());
                clause.forEach(key -> uses.merge(key, 1, Integer::sum));
            }
        }
        clauses.addAll(numbers.keySet());
        List<List<Integer>> found = new ArrayList<>();
        long[] weights = new long[clauses.size()];
        Map<String, List<Integer>> index = new HashMap<>();
        for (int k = 0; k < weights.length; k++) {
            found.add(new ArrayList<>(1));
            for (String key : clauses.get(k)) {
                weights[k] += weight(key, uses.getOrDefault(key, 0));
                index.computeIfAbsent(key, term -> new ArrayList<>(1)).add(k);
            }
        }
        List<Integer> unconditional = new ArrayList<>();
        int[] second = new int[this.items.size()];
        for (int id = 0; id < this.items.size(); id++) {
            int[] own = wanted.apply(this.items.get(id)).clauses().stream()
                    .mapToInt(clause -> numbers.getOrDefault(clause, 0))
                    .toArray();
            int rarest = -1;
            for (int clause : own) {
                rarest = rarest < 0 || weights[clause] < weights[rarest] ? clause : rarest;
            }
            int lead = rarest;
            (lead < 0 ? unconditional : found.get(lead)).add(id);
            int[] more = Arrays.stream(own)
                    .filter(clause -> clause != lead)
                    .boxed()
                    .sorted(Comparator.comparingLong(clause -> weights[clause]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            second[id] = more.length == 0 ? -1 : more[0];
            others.add(more.length < 2 ? NO_CLAUSES : Arrays.copyOfRange(more, 1, more.length));
        }
        found.forEach(ids -> {
            itemsByClause.add(array(ids));
            secondsByClause.add(ids.stream().mapToInt(id -> second[id]).toArray());
        });
        clausesByPair = new PairTable(index.size());
        index.forEach(this::put);
        always = array(unconditional);
        lengths = KeyLengths.of(new HashSet<>(index.keySet()));
    }

    private void put(String key, List<Integer> ids) {
        int between = key.indexOf(Necessary.PAIR);
        if (between < 0) {
            key(key).clauses = array(ids);
        } else {
            Key first = key(key.substring(0, between));
            first.opensPair = true;
            clausesByPair.put(first.number, key(key.substring(between + 1)).number, array(ids));
        }
    }

    private Key key(String text) {
        return keys.computeIfAbsent(text, key -> new Key(keys.size()));
    }

    /** What is known of a key; not changed any more once the presearcher is made. */
    private static final class Key {

        private final int number;
        private int[] clauses = {};
        /** Whether the word is the first of some two that follow one another. */
        private boolean opensPair;

        Key(int number) {
            this.number = number;
        }
    }

    private static int weight(String key, int uses) {
        if (key.startsWith("{")) {
            return GROUP_WEIGHT + uses;
        }
        int between = key.indexOf(Necessary.PAIR);
        if (between < 0) {
            return (EVERYWHERE.contains(key) ? EVERYWHERE_WEIGHT : 1) + uses;
        }
        boolean common =
                EVERYWHERE.contains(key.substring(0, between)) && EVERYWHERE.contains(key.substring(between + 1));
        return (common ? COMMON_PAIR_WEIGHT : 1) + uses;
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The items worth trying, in the order they were given. */
    List<T> candidates(SentenceView sentence) {
        BitSet met = met(sentence);
        int[] chosen = always.clone();
        int count = chosen.length;
        for (int clause = met.nextSetBit(0); clause >= 0; clause = met.nextSetBit(clause + 1)) {
            int[] ids = itemsByClause.get(clause);
            int[] seconds = secondsByClause.get(clause);
            for (int k = 0; k < ids.length; k++) {
                int id = ids[k];
                if ((seconds[k] < 0 || met.get(seconds[k])) && allIn(met, others.get(id))) {
                    if (count == chosen.length) {
                        chosen = Arrays.copyOf(chosen, Math.max(8, 2 * count));
                    }
                    chosen[count++] = id;
                }
            }
        }
        Arrays.sort(chosen, 0, count);
        List<T> candidates = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            candidates.add(items.get(chosen[k]));
        }
        return candidates;
    }

    /** The clauses that a sentence meets. */
    private BitSet met(SentenceView sentence) {
        BitSet met = new BitSet(clauses.size());
        Necessary.moreKeys(sentence, lengths, key -> set(met, keys.get(key)));
        Words words = sentence.words();
        Key before = null;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            Key key = keys.get(word.folded());
            set(met, key);
            if (!word.lemma().equals(word.folded())) {
                set(met, keys.get(word.lemma()));
            }
            if (before != null && key != null && before.opensPair) {
                set(met, clausesByPair.get(before.number, key.number));
            }
            before = key;
        }
        return met;
    }

    private static void set(BitSet met, @Nullable Key key) {
        if (key != null) {
            set(met, key.clauses);
        }
    }

    private static void set(BitSet met, int[] ids) {
        for (int id : ids) {
            met.set(id);
        }
    }

    private static boolean allIn(BitSet met, int[] wanted) {
        for (int clause : wanted) {
            if (!met.get(clause)) {
                return false;
            }
        }
        return true;
    }

    /** The first clause of something wanted that a sentence does not meet; empty when it is worth a try. */
    Optional<Set<String>> missing(Necessary necessary, SentenceView sentence) {
        BitSet met = met(sentence);
        return necessary.clauses().stream()
                .filter(clause -> !met.get(clauses.indexOf(clause)))
                .findFirst();
    }
}
