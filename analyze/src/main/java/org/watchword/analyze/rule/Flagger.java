package org.watchword.analyze.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Flag;
import org.watchword.model.Quote;

/** Finds flags in a text. Thread-safe. */
@FunctionalInterface
public interface Flagger {

    /**
     * The flags of a text in order of start, each with the guards that fired.
     *
     * @param quotes the quotes of the text: words inside one belong to its speaker, not to the author
     * @param speaker who speaks outside the quotes, when the document is a speech
     */
    List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker);

    /**
     * As {@link #flags(AnnotatedText, List, String)}.
     *
     * @param failed told of each rule that threw, by its id; the text goes on without it
     */
    default List<Flag> flags(
            AnnotatedText text, List<Quote> quotes, @Nullable String speaker, Consumer<String> failed) {
        return flags(text, quotes, speaker);
    }
}
