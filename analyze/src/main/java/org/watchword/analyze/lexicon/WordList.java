package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named list of words and fixed expressions, folded and with their inflected forms. */
public final class WordList {

    /** Terms that are sooner tried one by one than looked up. */
    private static final int FEW = 3;
    /** In place of the second word of a term that has none. */
    private static final String ALONE = "";

    /** Holds nothing. */
    public static final WordList EMPTY = new WordList("", List.of());

    private final String name;
    private final int number;
    private final Map<String, List<List<String>>> byFirst = new HashMap<>();
    /** Of first words with many terms, their terms by the second word, in the same order. */
    private final Map<String, Map<String, List<List<String>>>> bySecond = new HashMap<>();

    private final Set<String> singles = new HashSet<>();

    /**
     * @param name as rules write it after {@code @}
     * @param terms folded terms, each a list of words
     */
    WordList(String name, List<List<String>> terms) {
        this(name, terms, -1);
    }

    /** @param number which of its language's lists it is, from 0; -1 when it is none of them */
    WordList(String name, List<List<String>> terms, int number) {
        this.name = name;
        this.number = number;
        for (List<String> term : terms) {
            byFirst.computeIfAbsent(term.get(0), first -> new ArrayList<>()).add(List.copyOf(term));
            if (term.size() == 1) {
                singles.add(term.get(0));
            }
        }
        byFirst.forEach((first, same) -> {
            same.sort((a, b) -> Integer.compare(b.size(), a.size()));
            if (same.size() > FEW) {
                Map<String, List<List<String>>> seconds = bySecond.computeIfAbsent(first, word -> new HashMap<>());
                same.forEach(term -> seconds.computeIfAbsent(
                                term.size() == 1 ? ALONE : term.get(1), second -> new ArrayList<>(1))
                        .add(term));
            }
        });
    }

    public String name() {
        return name;
    }

    public boolean isEmpty() {
        return byFirst.isEmpty();
    }

    int number() {
        return number;
    }

    /** The first words of all terms: one of them stands wherever the list matches. */
    public Set<String> firstWords() {
        return Set.copyOf(byFirst.keySet());
    }

    /** Terms that start with a folded word, longest first. */
    public List<List<String>> startingWith(String word) {
        return byFirst.getOrDefault(word, List.of());
    }

    /** Whether a word is a term by itself, by its form or its lemma. */
    public boolean has(Word word) {
        return isTerm(word.folded()) || (lemmatized(word) && isTerm(word.lemma()));
    }

    /** As {@link #has(Word)} of a word of a sentence, and quicker. */
    public boolean hasAt(Words words, int at) {
        return words.mayBegin(this, at) && has(words.get(at));
    }

    /** Lists hold the forms of their verbs; the lemma of one (<i>born</i>, bear) may be another list's noun. */
    private static boolean lemmatized(Word word) {
        return !word.is("VERB");
    }

    private boolean isTerm(String word) {
        return singles.contains(word);
    }

    /** One past the last word of each term that starts at {@code at}, longest first. */
    public List<Integer> endsAt(Words words, int at) {
        if (!words.mayBegin(this, at)) {
            return List.of();
        }
        Word first = words.get(at);
        boolean known = byFirst.containsKey(first.folded())
                || (!first.lemma().equals(first.folded()) && byFirst.containsKey(first.lemma()));
        if (!known) {
            return List.of();
        }
        List<Integer> ends = new ArrayList<>(1);
        add(ends, words, at, first.folded());
        if (lemmatized(first) && !first.lemma().equals(first.folded())) {
            add(ends, words, at, first.lemma());
        }
        return ends;
    }

    private void add(List<Integer> ends, Words words, int at, String key) {
        List<List<String>> terms = startingWith(key);
        if (terms.size() <= FEW) {
            add(ends, words, at, terms);
            return;
        }
        Map<String, List<List<String>>> seconds = bySecond.getOrDefault(key, Map.of());
        Word second = at + 1 < words.size() ? words.get(at + 1) : null;
        List<List<String>> form = second == null ? List.of() : seconds.getOrDefault(second.folded(), List.of());
        List<List<String>> lemma = second == null || second.lemma().equals(second.folded())
                ? List.of()
                : seconds.getOrDefault(second.lemma(), List.of());
        add(ends, words, at, lemma.isEmpty() ? form : form.isEmpty() ? lemma : longestFirst(form, lemma));
        add(ends, words, at, seconds.getOrDefault(ALONE, List.of()));
    }

    private static void add(List<Integer> ends, Words words, int at, List<List<String>> terms) {
        for (List<String> term : terms) {
            int end = at + term.size();
            if (end <= words.size() && follows(words, at, term) && !ends.contains(end)) {
                ends.add(end);
            }
        }
    }

    private static List<List<String>> longestFirst(List<List<String>> some, List<List<String>> others) {
        List<List<String>> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return all;
    }

    private static boolean follows(Words words, int at, List<String> term) {
        for (int k = 1; k < term.size(); k++) {
            Word word = words.get(at + k);
            if (!word.folded().equals(term.get(k)) && !word.lemma().equals(term.get(k))) {
                return false;
            }
        }
        return true;
    }
}
