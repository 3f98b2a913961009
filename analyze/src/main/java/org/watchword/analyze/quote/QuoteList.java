package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.CueSpan;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/** The quotes of a text as they are found, where words that go on are joined to the ones before. One per text. */
final class QuoteList {

    private final List<Quote> all = new ArrayList<>();
    private int open = -1;
    private int openParagraph;
    private boolean unclosed;

    /**
     * Adds a quote.
     *
     * @param unclosed whether its last mark is missing because the next paragraph goes on
     */
    void add(
            List<Span> parts,
            QuoteKind kind,
            @Nullable CueSpan cue,
            @Nullable Mention speaker,
            AttributionMethod method,
            Confidence.Tie tie,
            int paragraph,
            boolean unclosed) {
        int end = parts.get(parts.size() - 1).end();
        all.add(new Quote(
                parts.get(0).start(),
                end,
                parts.size() > 1 ? parts : List.of(),
                kind,
                cue,
                speaker,
                speaker == null ? AttributionMethod.NONE : method,
                speaker == null ? 0 : Confidence.of(method, kind, tie)));
        boolean quoted = kind != QuoteKind.INDIRECT;
        open = quoted ? all.size() - 1 : -1;
        openParagraph = paragraph;
        this.unclosed = unclosed;
    }

    /** Adds a quote of one part that never goes on. */
    void add(Quote quote) {
        all.add(quote);
        open = -1;
    }

    /** Nothing said after this goes on with what was said before. */
    void close() {
        open = -1;
    }

    /**
     * Whether a quotation that nothing announces is the next part of the last one: in its paragraph, or re-opened in the next. An aside
     * longer than all that was said makes two quotes of it.
     */
    boolean goesOn(int paragraph, Span part) {
        if (open < 0 || openParagraph != paragraph && !(unclosed && openParagraph == paragraph - 1)) {
            return false;
        }
        Quote quote = all.get(open);
        int aside = part.start() - quote.end();
        return aside < quote.shared(quote.span()) + part.length();
    }

    /** Joins words to the last quote; answers its speaker. */
    @Nullable
    Mention join(Span part, int paragraph, boolean partUnclosed) {
        Quote quote = all.get(open);
        List<Span> parts = new ArrayList<>(quote.parts().isEmpty() ? List.of(quote.span()) : quote.parts());
        parts.add(part);
        all.set(
                open,
                new Quote(
                        quote.start(),
                        part.end(),
                        parts,
                        quote.kind(),
                        quote.cue(),
                        quote.speaker(),
                        quote.method(),
                        quote.confidence()));
        openParagraph = paragraph;
        unclosed = partUnclosed;
        return quote.speaker();
    }

    /**
     * In order of start, the longer of two that start together last. Words that two announce – <i>screaming, “Out!” My brother shouted
     * for help</i> – are said by whose verb stands nearer.
     */
    List<Quote> sorted() {
        all.sort(Comparator.comparingInt(Quote::start)
                .thenComparingInt(Quote::end)
                .thenComparingInt(QuoteList::distance));
        List<Quote> once = new ArrayList<>();
        for (Quote quote : all) {
            Quote last = once.isEmpty() ? null : once.get(once.size() - 1);
            if (last == null || !last.span().equals(quote.span())) {
                once.add(quote);
            }
        }
        return List.copyOf(once);
    }

    /** Characters between the words and the verb that announces them. */
    private static int distance(Quote quote) {
        CueSpan cue = quote.cue();
        if (cue == null) {
            return Integer.MAX_VALUE;
        }
        return cue.end() <= quote.start() ? quote.start() - cue.end() : Math.max(0, cue.start() - quote.end());
    }
}
