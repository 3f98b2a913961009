package org.watchword.desk.batch;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.QueryException;
import org.watchword.index.StatementSummaries;

/** Counts searches, one after the other. Thread-safe. */
public final class Batch {

    private static final Set<Facet> FACETS = EnumSet.of(Facet.STATUS);

    private final StatementSummaries summaries;

    public Batch(StatementSummaries summaries) {
        this.summaries = summaries;
    }

    /** @throws org.watchword.index.IndexUnavailableException when the index does not answer; nothing is counted by halves */
    public List<BatchCount> count(List<BatchLine> lines) {
        return lines.stream().map(this::count).toList();
    }

    private BatchCount count(BatchLine line) {
        SearchRequest search = line.search();
        if (search == null) {
            return new BatchCount(line, null, line.problem());
        }
        try {
            return new BatchCount(line, summaries.summary(search.toQuery(), FACETS), "");
        } catch (QueryException e) {
            String place = e.position() < 0 ? "" : " (at character " + (e.position() + 1) + " of the query)";
            return new BatchCount(line, null, Objects.toString(e.getMessage(), "the query cannot be read") + place);
        }
    }
}
