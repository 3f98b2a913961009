package org.watchword.desk.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStreams;
import org.watchword.model.ContentHash;

/**
 * Brings what a query finds into a file, a row a line. Memory does not grow with the number of rows; a run that was interrupted is taken up
 * behind its last whole row.
 */
public final class TimelineCollector {

    private static final int TEXTS = 64;

    private final StatementStreams streams;
    private final StatementIndex index;

    /** Told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void rows(long done, long total);
    }

    /**
     * How a collection ended.
     *
     * @param timeline what was collected
     * @param resumed rows that an earlier run had brought
     * @param shifted how many more (or, below zero, fewer) statements the query finds now than when it was begun: then the rows are of two
     *     moments, and a run from the beginning gives others
     */
    public record Collected(Timeline timeline, long resumed, long shifted) {}

    /** @param index asked for the texts of pages, where anchors are wanted */
    public TimelineCollector(StatementStreams streams, StatementIndex index) {
        this.streams = streams;
        this.index = index;
    }

    /**
     * Collects.
     *
     * @param rows the file; what is in it is taken up if it is of the same query, or else written over
     * @param resume whether it may be taken up
     */
    public Collected collect(TimelineRequest request, Path rows, boolean resume, Progress progress) throws IOException {
        RowFile file = new RowFile(rows);
        String query = digest(request);
        Optional<RowFile.Heading> begun = resume ? file.heading() : Optional.empty();
        boolean same = begun.isPresent() && begun.get().query().equals(query);
        RowFile.Left left = same ? file.takeUp() : new RowFile.Left(0, Optional.empty());
        StatementStream.Position after = left.last()
                .map(row -> StatementStream.Position.behind(row.statement()))
                .orElse(null);
        try (StatementStream stream = streams.open(request.query(), after)) {
            long total = same && after != null ? begun.get().total() : stream.total();
            if (!same) {
                file.begin(new RowFile.Heading(query, total));
            }
            long done = left.rows();
            Texts texts = request.anchors() ? new Texts(index) : null;
            for (List<StatementRecord> next = stream.next(); !next.isEmpty(); next = stream.next()) {
                file.add(next.stream().map(statement -> row(statement, texts)).toList());
                done += next.size();
                progress.rows(done, total);
            }
            return new Collected(Timeline.of(request, file, total), left.rows(), done - total);
        }
    }

    private static TimelineRow row(StatementRecord statement, @Nullable Texts texts) {
        return new TimelineRow(statement, texts == null ? null : texts.anchor(statement), 1);
    }

    /** Of everything that rows depend on. */
    private static String digest(TimelineRequest request) {
        Map<String, String> parts = new TreeMap<>(request.asked());
        parts.put("anchors", Boolean.toString(request.anchors()));
        parts.put("program", request.program());
        return ContentHash.sha256Hex(parts.toString() + request.query());
    }

    /** The texts of the pages used last: statements of one page mostly follow each other. */
    private static final class Texts {

        private final StatementIndex index;
        private final Map<String, Optional<String>> known = new LinkedHashMap<>(TEXTS, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
                return size() > TEXTS;
            }
        };

        Texts(StatementIndex index) {
            this.index = index;
        }

        @Nullable
        Anchor anchor(StatementRecord statement) {
            Optional<String> text =
                    known.computeIfAbsent(statement.documentId() + statement.textSha256(), key -> index.document(
                                    statement.documentId(), statement.textSha256())
                            .map(analysis -> analysis.document().text()));
            return text.filter(whole -> statement.end() <= whole.length())
                    .map(whole -> Anchor.of(whole, statement.start(), statement.end()))
                    .orElse(null);
        }
    }
}
