package org.watchword.bench.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.Span;

/** What was missed and what is wrong in one text, for reading. */
final class ErrorList {

    private final LabelledText text;
    private final List<Quote> quotes;

    ErrorList(LabelledText text, List<Quote> quotes) {
        this.text = text;
        this.quotes = quotes;
    }

    List<String> lines() {
        Matching matching = new Matching(text.quotes(), quotes);
        List<String> lines = new ArrayList<>();
        for (LabelledQuote label : text.quotes()) {
            if (!matching.isFound(label)) {
                lines.add("    missed   " + label.kind() + " [" + words(label.parts()) + "] " + label.name());
            }
        }
        for (Quote quote : quotes) {
            LabelledQuote label = matching.pairs().get(quote);
            String line = quote.kind() + " [" + quote.span().in(text.text()) + "] " + who(quote.speaker());
            if (label == null) {
                lines.add("    wrong    " + line);
            } else if (isOther(quote.speaker(), label)) {
                lines.add("    speaker  " + line + ", not " + words(label.speaker()) + " = " + label.name());
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "  " + text.language() + " " + text.title());
        }
        return lines;
    }

    private static boolean isOther(@Nullable Mention speaker, LabelledQuote label) {
        return speaker == null
                ? !label.speaker().isEmpty() || label.name() != null
                : !QuoteScores.isWhoSaidIt(speaker, label);
    }

    private static String who(@Nullable Mention speaker) {
        return speaker == null ? "-" : speaker.text() + " = " + speaker.name();
    }

    private String words(List<Span> spans) {
        return spans.stream().map(span -> span.in(text.text())).collect(Collectors.joining(" … "));
    }
}
