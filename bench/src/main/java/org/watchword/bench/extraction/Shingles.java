package org.watchword.bench.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A text as the multiset of its runs of four words; a shorter text is one run. */
final class Shingles {

    private static final int LENGTH = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final Map<List<String>, Integer> counts = new HashMap<>();
    private int size;

    Shingles(String text) {
        List<String> words = WORD.matcher(text).results().map(r -> r.group()).toList();
        if (words.isEmpty()) {
            return;
        }
        for (int i = 0; i == 0 || i + LENGTH <= words.size(); i++) {
            counts.merge(new ArrayList<>(words.subList(i, Math.min(i + LENGTH, words.size()))), 1, Integer::sum);
            size++;
        }
    }

    int size() {
        return size;
    }

    int shared(Shingles other) {
        int shared = 0;
        for (var entry : counts.entrySet()) {
            shared += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
        }
        return shared;
    }
}
