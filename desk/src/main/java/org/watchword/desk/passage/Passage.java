package org.watchword.desk.passage;

import java.util.List;
import java.util.Optional;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;
import org.watchword.model.Span;

/**
 * The text around a statement, cut exactly: {@code before + words + after} is a stretch of the document's text.
 *
 * @param before up to {@value #REACH} units before the words, from the start of a sentence or at least of a word
 * @param words the statement's own
 * @param after up to {@value #REACH} units after them, to the end of a sentence or at least of a word
 * @param startsText whether {@code before} begins with the document's first unit
 * @param endsText whether {@code after} ends with its last
 */
public record Passage(String before, String words, String after, boolean startsText, boolean endsText) {

    /** Units of context on either side. */
    public static final int REACH = 300;

    /** The passage, or empty when the document's text does not have the statement's words where it says they stand. */
    public static Optional<Passage> of(StatementRecord statement, Analysis analysis) {
        String text = analysis.document().text();
        int start = statement.start();
        int end = statement.end();
        if (start < 0
                || end > text.length()
                || start > end
                || !text.substring(start, end).equals(statement.text())) {
            return Optional.empty();
        }
        int from = beginning(text, analysis.annotation().sentences(), start);
        int to = ending(text, analysis.annotation().sentences(), end);
        return Optional.of(new Passage(
                text.substring(from, start),
                statement.text(),
                text.substring(end, to),
                from == 0,
                to == text.length()));
    }

    private static int beginning(String text, List<Span> sentences, int start) {
        int limit = Math.max(0, start - REACH);
        if (limit == 0) {
            return 0;
        }
        int sentence = sentences.stream()
                .mapToInt(Span::start)
                .filter(offset -> offset >= limit && offset < start)
                .min()
                .orElse(-1);
        if (sentence >= 0) {
            return sentence;
        }
        for (int i = limit; i < start; i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return outsidePair(text, limit);
    }

    private static int ending(String text, List<Span> sentences, int end) {
        int limit = Math.min(text.length(), end + REACH);
        if (limit == text.length()) {
            return limit;
        }
        int sentence = sentences.stream()
                .mapToInt(Span::end)
                .filter(offset -> offset <= limit && offset > end)
                .max()
                .orElse(-1);
        if (sentence >= 0) {
            return sentence;
        }
        for (int i = limit; i > end; i--) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return outsidePair(text, limit);
    }

    private static int outsidePair(String text, int offset) {
        boolean splits =
                Character.isLowSurrogate(text.charAt(offset)) && Character.isHighSurrogate(text.charAt(offset - 1));
        return splits ? offset - 1 : offset;
    }
}
