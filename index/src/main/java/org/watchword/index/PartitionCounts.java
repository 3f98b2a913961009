package org.watchword.index;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.model.StageCounts;

/** What was done with one partition so far. Not thread-safe. */
final class PartitionCounts {

    static final String STAGE = "index";

    private final String scope;
    private long in;
    private final SortedMap<String, Long> out = new TreeMap<>();

    PartitionCounts(int partition) {
        this.scope = scope(partition);
    }

    /** Goes on from counts that were committed. */
    PartitionCounts(StageCounts committed) {
        this.scope = committed.scope();
        this.in = committed.in();
        this.out.putAll(committed.out());
    }

    static String scope(int partition) {
        return "partition-" + partition;
    }

    void add(String status) {
        in++;
        out.merge(status, 1L, Long::sum);
    }

    StageCounts at(Instant now) {
        return new StageCounts(STAGE, scope, in, out, now);
    }
}
