package org.watchword.analyze.quote;

import java.util.List;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Quote;

/** Finds quotes and who said them. Thread-safe. */
public interface QuoteFinder {

    /** The quotes of a text in order of start; a quote whose speaker is not clear has none. */
    List<Quote> find(AnnotatedText text);
}
