package org.watchword.index;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends words that no statement has, by words that some have and that differ in one or two letters. */
final class Spelling {

    private static final String WORDS = "words";
    private static final int LEAST_LENGTH = 4;
    private static final int MOST_WORDS = 12;

    private final ElasticsearchConnection connection;
    private final SearchRequests requests;

    Spelling(ElasticsearchConnection connection, SearchRequests requests) {
        this.connection = connection;
        this.requests = requests;
    }

    /** The text mended, when that finds something. */
    Optional<String> mended(StatementQuery query) throws IOException {
        List<QueryText.Piece> words = QueryText.bareWords(query.text()).stream()
                .filter(word -> word.text().codePointCount(0, word.text().length()) >= LEAST_LENGTH)
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String mended = mended(query.text(), words);
        return mended.equals(query.text()) || found(query.withText(mended)) == 0
                ? Optional.empty()
                : Optional.of(mended);
    }

    private long found(StatementQuery query) throws IOException {
        return connection
                .client()
                .count(c -> c.index(connection.names().statements()).query(requests.whole(query)))
                .count();
    }

    private String mended(String text, List<QueryText.Piece> words) throws IOException {
        List<Integer> starts = new ArrayList<>();
        StringBuilder asked = new StringBuilder();
        for (QueryText.Piece word : words) {
            starts.add(asked.length());
            asked.append(word.text()).append(' ');
        }
        StringBuilder mended = new StringBuilder(text);
        // From the last to the first, so that places before stay where they are.
        List<TermSuggest> told = suggested(asked.toString());
        for (int i = told.size() - 1; i >= 0; i--) {
            TermSuggest word = told.get(i);
            int at = starts.indexOf(word.offset());
            if (at >= 0
                    && !word.options().isEmpty()
                    && word.length() == words.get(at).text().length()) {
                int start = words.get(at).at();
                mended.replace(
                        start, start + word.length(), word.options().get(0).text());
            }
        }
        return mended.toString();
    }

    private List<TermSuggest> suggested(String words) throws IOException {
        SearchRequest request = SearchRequest.of(r -> r.index(connection.names().statements())
                .size(0)
                .trackTotalHits(t -> t.enabled(false))
                .suggest(s -> s.text(words)
                        .suggesters(
                                WORDS,
                                f -> f.term(t -> t.field("text")
                                        .size(1)
                                        .suggestMode(SuggestMode.Missing)
                                        .minWordLength(LEAST_LENGTH)
                                        .prefixLength(1)))));
        return connection.client().search(request, Void.class).suggest().getOrDefault(WORDS, List.of()).stream()
                .filter(suggestion -> suggestion.isTerm())
                .map(suggestion -> suggestion.term())
                .toList();
    }
}
