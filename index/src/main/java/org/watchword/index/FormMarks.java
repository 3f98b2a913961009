package org.watchword.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.model.Span;

/**
 * Marks the words that a search finds by their dictionary form: <i>wolves</i> for {@code wolf}. The server marks only words that are written
 * as they are sought. Of one answer, for one thread: a word is reduced once.
 */
final class FormMarks {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}]*(?:['’\\-][\\p{L}\\p{M}\\p{N}]+)*+");
    private static final String BY_LEMMA = "lemma:";

    private final QueryLemmatizer lemmatizer;
    private final Set<String> sought;
    private final Map<String, Boolean> isSought = new HashMap<>();

    FormMarks(String query, QueryLemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
        Stream<String> bare = QueryText.bareWords(query).stream().map(piece -> lemmatizer.lemma(piece.text()));
        Stream<String> named = QueryText.pieces(query).stream()
                .map(QueryText.Piece::text)
                .filter(piece -> piece.startsWith(BY_LEMMA))
                .map(piece -> piece.substring(BY_LEMMA.length()).toLowerCase(Locale.ROOT));
        this.sought = Stream.concat(bare, named).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the query seeks nothing by its form. */
    boolean isEmpty() {
        return sought.isEmpty();
    }

    /** What the server marked and the words found by their form, in the order of the text; none overlaps another. */
    List<Span> of(String text, List<Span> marked) {
        if (sought.isEmpty()) {
            return marked;
        }
        List<Span> all = new ArrayList<>(marked);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Span span = new Span(word.start(), word.end());
            if (isSought(word.group()) && marked.stream().noneMatch(span::overlaps)) {
                all.add(span);
            }
        }
        all.sort(Comparator.comparingInt(Span::start));
        return all;
    }

    private boolean isSought(String word) {
        return isSought.computeIfAbsent(word, form -> sought.contains(lemmatizer.lemma(form)));
    }
}
