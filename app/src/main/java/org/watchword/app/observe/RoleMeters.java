package org.watchword.app.observe;

import org.watchword.model.CountsListener;
import org.watchword.model.StageCounts;

/** What the meters of every role have in common: its counts, which a gauge shows, and the trail of its documents in the log. */
abstract class RoleMeters implements CountsListener {

    private final CountsListener counts;
    private final Trail trail;

    RoleMeters(CountsListener counts, Trail trail) {
        this.counts = counts;
        this.trail = trail;
    }

    @Override
    public final void counted(StageCounts now) {
        counts.counted(now);
    }

    @Override
    public final void released(String key) {
        counts.released(key);
    }

    final Trail trail() {
        return trail;
    }
}
