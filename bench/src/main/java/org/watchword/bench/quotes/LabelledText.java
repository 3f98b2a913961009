package org.watchword.bench.quotes;

import java.util.List;

/**
 * A text and all quotes in it.
 *
 * @param language BCP 47 tag
 */
record LabelledText(String title, String language, String text, List<LabelledQuote> quotes) {

    LabelledText {
        quotes = List.copyOf(quotes);
    }
}
