package org.watchword.desk.timeline;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.ContentHash;

/** Collected rows, to be gone through in time order as often as one likes. */
public final class Timeline {

    private final TimelineRequest request;
    private final RowFile file;
    private final long found;
    private final Map<String, Long> copies;

    private Timeline(TimelineRequest request, RowFile file, long found, Map<String, Long> copies) {
        this.request = request;
        this.file = file;
        this.found = found;
        this.copies = copies;
    }

    /** @param found statements the query finds */
    static Timeline of(TimelineRequest request, RowFile file, long found) throws IOException {
        Map<String, Long> copies = new HashMap<>();
        if (request.collapse()) {
            file.each(row -> copies.merge(key(row), 1L, Long::sum));
        }
        return new Timeline(request, file, found, copies);
    }

    private static String key(TimelineRow row) {
        return row.statement().story()
                + '-'
                + ContentHash.wordsId(row.statement().text());
    }

    public TimelineRequest request() {
        return request;
    }

    /** Hands over the rows, the earliest first; of collapsed copies the earliest. */
    void each(RowFile.Receiver receiver) throws IOException {
        Set<String> seen = new HashSet<>();
        file.each(row -> {
            if (!request.collapse()) {
                receiver.row(row);
            } else if (seen.add(key(row))) {
                receiver.row(row.withCopies(copies.getOrDefault(key(row), 1L)));
            }
        });
    }

    /**
     * Sums up the rows.
     *
     * @param coverage how the sources were, from which their days are told; empty when it is not known
     */
    public MethodNote method(List<SourceHealth> coverage) throws IOException {
        MethodSummary summary = new MethodSummary();
        each(summary::row);
        return summary.note(request, found, coverage);
    }

    /** Statements the query finds in all, copies counted. */
    public long found() {
        return found;
    }

    /** Takes away the file of rows, which is not needed any more. */
    public void discard() throws IOException {
        file.delete();
    }
}
