package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;

/** Names of speakers in a text as they come, for telling that a surname stands for the full name before it. One per text. */
final class FullNames {

    private final List<String> seen = new ArrayList<>();

    /** The longest name before that ends with these words, when there is one and no more; else the words. */
    String of(String words) {
        List<String> longer = seen.stream()
                .filter(name -> name.endsWith(' ' + words))
                .distinct()
                .toList();
        if (!seen.contains(words)) {
            seen.add(words);
        }
        return longer.size() == 1 ? longer.get(0) : words;
    }
}
