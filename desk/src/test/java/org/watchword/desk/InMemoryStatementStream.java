package org.watchword.desk;

import java.util.List;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;

/** A list, handed out piece by piece. */
final class InMemoryStatementStream implements StatementStream {

    private final List<StatementRecord> all;
    private final int page;
    private int next;

    InMemoryStatementStream(List<StatementRecord> all, int begin, int page) {
        this.all = all;
        this.next = begin;
        this.page = page;
    }

    @Override
    public long total() {
        return all.size();
    }

    @Override
    public List<StatementRecord> next() {
        int from = next;
        next = Math.min(all.size(), from + page);
        return all.subList(from, next);
    }

    @Override
    public void close() {}
}
