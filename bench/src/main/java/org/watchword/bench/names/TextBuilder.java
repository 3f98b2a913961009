package org.watchword.bench.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.bench.names.LabelledText.Label;
import org.watchword.model.EntityType;

/** Makes a text of the words of a corpus: words joined by spaces but before closing marks, sentences by line ends. */
final class TextBuilder {

    private static final Set<String> CLOSE = Set.of(
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            "%",
            ")",
            "]",
            "}",
            "\u201D",
            "\u2019",
            "'",
            "\"",
            "'s",
            "n't",
            "\u2019s",
            "'re",
            "'ve",
            "'ll",
            "n\u2019t");

    private final StringBuilder text = new StringBuilder();
    private final List<Label> labels = new ArrayList<>();
    private int sentences;
    private boolean begun;
    private boolean open;

    /**
     * Adds a word.
     *
     * @param starts whether a name starts with this word
     */
    void word(String word, boolean inName, @Nullable EntityType type, boolean starts) {
        if (!begun && !text.isEmpty()) {
            text.append('\n');
        } else if (begun && !CLOSE.contains(word)) {
            text.append(' ');
        }
        begun = true;
        int start = text.length();
        text.append(word);
        Label last = labels.isEmpty() ? null : labels.get(labels.size() - 1);
        if (inName && open && !starts && last != null && last.type() == type) {
            labels.set(labels.size() - 1, new Label(last.start(), text.length(), type));
        } else if (inName) {
            labels.add(new Label(start, text.length(), type));
        }
        open = inName;
    }

    void endSentence() {
        if (begun) {
            sentences++;
        }
        begun = false;
        open = false;
    }

    int sentences() {
        return sentences;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    LabelledText build(String corpus, String id) {
        return new LabelledText(corpus, id, text.toString(), labels);
    }
}
