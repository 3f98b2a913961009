package org.watchword.desk.page;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.Quote;
import org.watchword.model.Span;

/** On whose record the words stand, and how that is known. */
public sealed interface Standing {

    /**
     * Somebody is named.
     *
     * @param name in the fullest form known
     * @param text the words that name the speaker where the statement stands
     * @param how {@code a direct quotation, announced by “said”}; empty for a speech
     * @param confidence of the attribution, as a percentage; empty when it is not from a quote
     */
    record Named(String name, String text, String how, String confidence) implements Standing {}

    /**
     * The words are quoted, but the text does not make clear whose they are.
     *
     * @param text what it does say, such as {@code he}; empty when it says nothing
     */
    record Unclear(String outlet, String text) implements Standing {}

    /** The words are the outlet's own. */
    record Outlet(String outlet) implements Standing {}

    static Standing of(StatementRecord statement, @Nullable Analysis analysis) {
        Optional<Quote> quote = analysis == null ? Optional.empty() : quote(statement, analysis);
        var speaker = statement.speaker();
        String name = speaker == null ? null : speaker.name();
        if (speaker != null && name != null) {
            return new Named(
                    name,
                    speaker.text(),
                    quote.map(found -> how(found, analysis)).orElse(""),
                    quote.filter(found -> found.confidence() > 0)
                            .map(found -> Math.round(found.confidence() * 100) + " %")
                            .orElse(""));
        }
        return speaker != null || quote.isPresent()
                ? new Unclear(statement.outlet(), speaker == null ? "" : speaker.text())
                : new Outlet(statement.outlet());
    }

    private static Optional<Quote> quote(StatementRecord statement, Analysis analysis) {
        Span span = new Span(statement.start(), statement.end());
        return analysis.annotation().quotes().stream()
                .filter(quote -> quote.span().contains(span))
                .min(Comparator.comparingInt(quote -> quote.span().length()));
    }

    private static String how(Quote quote, @Nullable Analysis analysis) {
        String kind = quote.kind().name().toLowerCase(Locale.ROOT);
        String manner = (kind.startsWith("i") ? "an " : "a ") + kind + " quotation";
        var cue = quote.cue();
        if (cue == null
                || analysis == null
                || cue.end() > analysis.document().text().length()) {
            return manner;
        }
        return manner + ", announced by “" + cue.span().in(analysis.document().text()) + "”";
    }
}
