package org.watchword.analyze.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text as ranges of its words.
 *
 * @param starts index of the first word of each line, then the number of words
 * @param texts the words of each line, single-spaced
 */
record Paragraphs(List<Integer> starts, List<String> texts) {

    static Paragraphs of(List<WordToken> words) {
        List<Integer> starts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).opensLine()) {
                if (i > 0) {
                    texts.add(line.toString());
                    line.setLength(0);
                }
                starts.add(i);
            }
            line.append(words.get(i).text()).append(' ');
        }
        if (!words.isEmpty()) {
            texts.add(line.toString());
        }
        starts.add(words.size());
        return new Paragraphs(starts, texts);
    }
}
