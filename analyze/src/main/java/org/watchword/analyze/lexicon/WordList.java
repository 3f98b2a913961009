package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named list of words and fixed expressions, folded and with their inflected forms. */
public final class WordList {

    private final String name;
    private final Map<String, List<List<String>>> byFirst = new HashMap<>();
    private final Set<String> singles = new HashSet<>();

    /**
     * @param name as rules write it after {@code @}
     * @param terms folded terms, each a list of words
     */
    WordList(String name, List<List<String>> terms) {
        this.name = name;
        for (List<String> term : terms) {
            byFirst.computeIfAbsent(term.get(0), first -> new ArrayList<>()).add(List.copyOf(term));
            if (term.size() == 1) {
                singles.add(term.get(0));
            }
        }
        byFirst.values().forEach(same -> same.sort((a, b) -> Integer.compare(b.size(), a.size())));
    }

    public String name() {
        return name;
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

    /** Lists hold the forms of their verbs; the lemma of one (<i>born</i>, bear) may be another list's noun. */
    private static boolean lemmatized(Word word) {
        return !word.is("VERB");
    }

    private boolean isTerm(String word) {
        return singles.contains(word);
    }

    /** One past the last word of each term that starts at {@code at}, longest first. */
    public List<Integer> endsAt(Words words, int at) {
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
        for (List<String> term : startingWith(key)) {
            int end = at + term.size();
            if (end <= words.size() && follows(words, at, term) && !ends.contains(end)) {
                ends.add(end);
            }
        }
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
