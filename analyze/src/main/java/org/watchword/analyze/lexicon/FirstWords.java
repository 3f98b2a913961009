package org.watchword.analyze.lexicon;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lists of a language may have a term that begins at a word, told from this word and the next: one look-up in place of one for each
 * list. Sets of lists are sets of their numbers, as bits, the lowest first. Immutable.
 */
public final class FirstWords {

    /** Knows no lists, so that it rules none out. */
    public static final FirstWords NONE = new FirstWords(List.of());

    private static final int BITS = 64;

    private final List<WordList> lists;
    private final Map<String, Places> byWord = new HashMap<>();
    private final int size;
    /** The set of no lists. */
    private final long[] none;

    private final Places nowhere;

    /**
     * Where lists have a word in their terms.
     *
     * @param alone the lists that have it as a term of one word
     * @param first those with a longer term that begins with it
     * @param second those with a term whose second word it is
     */
    private record Places(long[] alone, long[] first, long[] second) {}

    /** @param lists numbered from 0 without a gap */
    FirstWords(Collection<WordList> lists) {
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(WordList::number)).toList();
        this.size = (this.lists.size() + BITS - 1) / BITS;
        this.none = new long[size];
        this.nowhere = new Places(none, none, none);
        for (WordList list : this.lists) {
            for (String word : list.firstWords()) {
                for (List<String> term : list.startingWith(word)) {
                    if (term.size() == 1) {
                        add(places(word).alone, list);
                    } else {
                        add(places(word).first, list);
                        add(places(term.get(1)).second, list);
                    }
                }
            }
        }
    }

    private Places places(String word) {
        return byWord.computeIfAbsent(word, w -> new Places(new long[size], new long[size], new long[size]));
    }

    private static void add(long[] set, WordList list) {
        set[list.number() / BITS] |= 1L << list.number();
    }

    /** Whether sets can say anything about a list. */
    boolean knows(WordList list) {
        int number = list.number();
        return number >= 0 && number < lists.size() && lists.get(number) == list;
    }

    /** For each word the lists that may have a term which begins there, by forms or lemmas. */
    long[][] begun(List<Word> words) {
        long[][] begun = new long[words.size()][];
        if (size == 0) {
            return begun;
        }
        Places next = nowhere;
        for (int at = words.size() - 1; at >= 0; at--) {
            Places here = places(words.get(at));
            begun[at] = begun(here, next);
            next = here;
        }
        return begun;
    }

    private Places places(Word word) {
        Places form = byWord.getOrDefault(word.folded(), nowhere);
        Places lemma = word.lemma().equals(word.folded()) ? nowhere : byWord.getOrDefault(word.lemma(), nowhere);
        if (form == nowhere || lemma == nowhere) {
            return form == nowhere ? lemma : form;
        }
        return new Places(
                either(form.alone, lemma.alone), either(form.first, lemma.first), either(form.second, lemma.second));
    }

    private static long[] either(long[] some, long[] others) {
        long[] all = some.clone();
        for (int k = 0; k < all.length; k++) {
            all[k] |= others[k];
        }
        return all;
    }

    private long[] begun(Places word, Places next) {
        if (word == nowhere) {
            return none;
        }
        long[] all = word.alone;
        for (int k = 0; k < size; k++) {
            long longer = word.first[k] & next.second[k];
            if ((longer & ~all[k]) != 0) {
                all = all == word.alone ? all.clone() : all;
                all[k] |= longer;
            }
        }
        return all;
    }

    /** The lists that may have a term which begins at some word. */
    long[] anywhere(long[][] begun) {
        long[] all = new long[size];
        if (size > 0) {
            for (long[] one : begun) {
                for (int k = 0; one != none && k < size; k++) {
                    all[k] |= one[k];
                }
            }
        }
        return all;
    }

    static boolean holds(long[] set, WordList list) {
        return (set[list.number() / BITS] & 1L << list.number()) != 0;
    }
}
