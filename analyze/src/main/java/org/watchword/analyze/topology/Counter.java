package org.watchword.analyze.topology;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.watchword.model.StageCounts;

/** The counters of one partition, kept in a state store so that they commit with what they count. */
final class Counter {

    private final KeyValueStore<String, StageCounts> store;
    private final String stage;
    private final String scope;
    private final String key;
    private boolean changed = true;

    Counter(KeyValueStore<String, StageCounts> store, String stage, int partition) {
        this.store = store;
        this.stage = stage;
        this.scope = "partition-" + partition;
        this.key = scope;
    }

    /** Counts of another stage in the same store. */
    Counter(Counter beside, String stage) {
        this.store = beside.store;
        this.stage = stage;
        this.scope = beside.scope;
        this.key = stage + '/' + scope;
    }

    /** As {@link StageCounts#key()}. */
    String name() {
        return stage + '/' + scope;
    }

    void count(String status, Instant at) {
        StageCounts before = now(at);
        SortedMap<String, Long> out = new TreeMap<>(before.out());
        out.merge(status, 1L, Long::sum);
        store.put(key, new StageCounts(stage, scope, before.in() + 1, out, at));
        changed = true;
    }

    /** The counts if they changed since they were last taken, or were never taken since the start. */
    @Nullable
    StageCounts takeChanged(Instant at) {
        if (!changed) {
            return null;
        }
        changed = false;
        return now(at);
    }

    /** The counts. */
    StageCounts now(Instant at) {
        StageCounts kept = store.get(key);
        return kept == null ? new StageCounts(stage, scope, 0, new TreeMap<>(), at) : kept;
    }
}
