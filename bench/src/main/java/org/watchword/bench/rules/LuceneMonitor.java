package org.watchword.bench.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.PhraseQuery;

/** Lucene's monitor: stored phrases that a text is searched for, a whole text at once. */
final class LuceneMonitor implements AutoCloseable {

    private static final String FIELD = "text";

    private final Analyzer analyzer = new StandardAnalyzer();
    private final Monitor monitor;

    LuceneMonitor(Presearcher presearcher, List<List<String>> phrases) throws IOException {
        monitor = new Monitor(analyzer, presearcher);
        List<MonitorQuery> queries = new ArrayList<>();
        for (List<String> phrase : phrases) {
            queries.add(new MonitorQuery(
                    Integer.toString(queries.size()), new PhraseQuery(FIELD, phrase.toArray(new String[0]))));
        }
        monitor.register(queries);
    }

    /** Numbers of the phrases that stand in a text. */
    Set<String> matching(String text) {
        Document document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        try {
            return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        analyzer.close();
    }
}
