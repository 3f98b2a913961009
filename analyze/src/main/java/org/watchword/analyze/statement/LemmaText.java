package org.watchword.analyze.statement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Token;
import org.watchword.model.Lemmas;
import org.watchword.model.Span;
import org.watchword.model.Statement;

/**
 * Writes a text as its dictionary forms: lower case, single spaces, punctuation left out.
 *
 * <p>Lower case is taken code point by code point, as Lucene does it, so that {@code İ} becomes {@code i} here and in the index alike.
 */
public final class LemmaText {

    private LemmaText() {}

    /** The forms of the whole text and of each statement. */
    public static Lemmas of(AnnotatedText text, List<Statement> statements) {
        List<Token> words = text.sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(LemmaText::isWord)
                .toList();
        SortedMap<String, String> byStatement = new TreeMap<>();
        for (Statement statement : statements) {
            byStatement.put(statement.id(), join(within(words, statement.span())));
        }
        return new Lemmas(join(words), byStatement);
    }

    /** Lower case, code point by code point. */
    public static String fold(String word) {
        return word.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String join(List<Token> words) {
        return words.stream()
                .map(token -> fold(token.lemma().isBlank() ? token.surface() : token.lemma())
                        .strip()
                        .replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }

    private static List<Token> within(List<Token> words, Span span) {
        int from = firstEndingAfter(words, span.start());
        int to = from;
        while (to < words.size() && words.get(to).start() < span.end()) {
            to++;
        }
        return words.subList(from, to);
    }

    private static int firstEndingAfter(List<Token> words, int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isWord(Token token) {
        return !token.is("PUNCT") && token.surface().codePoints().anyMatch(LemmaText::carriesMeaning);
    }

    /** Letters, digits and symbols such as emoji; marks and separators carry none alone. */
    private static boolean carriesMeaning(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }
}
