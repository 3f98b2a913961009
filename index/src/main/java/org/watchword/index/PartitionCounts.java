package org.watchword.index;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.model.StageCounts;

/** What was done with one partition so far. Not thread-safe. */
final class PartitionCounts {

    static final String STAGE = "index";

    /** Members of stories are counted on their own, so that the analyses add up with what the analyze stage emitted. */
    static final String STORIES_STAGE = "index-stories";

    /** And so are decisions of reviewers. */
    static final String REVIEWS_STAGE = "index-reviews";

    private final String stage;
    private final String scope;
    private long in;
    private final SortedMap<String, Long> out = new TreeMap<>();

    PartitionCounts(String stage, int partition) {
        this.stage = stage;
        this.scope = scope(partition);
    }

    /** Goes on from counts that were committed. */
    PartitionCounts(StageCounts committed) {
        this.stage = committed.stage();
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
        return new StageCounts(stage, scope, in, out, now);
    }
}
