package org.watchword.desk.digest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;

/** A statement with its copies in one issue. */
final class Cluster {

    static final int MOST_OUTLETS = 5;

    private final StatementRecord lead;
    private final List<Flag> flags;
    private final boolean late;
    private final int seenIn;
    private final Set<String> outlets = new LinkedHashSet<>();
    private int copies;

    /**
     * @param flags those wanted, the gravest first
     * @param seenIn the issue that told these words first; 0 when they are new
     */
    Cluster(StatementRecord lead, List<Flag> flags, boolean late, int seenIn) {
        this.lead = lead;
        this.flags = flags;
        this.late = late;
        this.seenIn = seenIn;
        this.copies = 1;
    }

    void add(StatementRecord copy) {
        copies++;
        if (outlets.size() < MOST_OUTLETS && !copy.outlet().equals(lead.outlet())) {
            outlets.add(copy.outlet());
        }
    }

    StatementRecord lead() {
        return lead;
    }

    /** The gravest flag, by which it is grouped. */
    Flag flag() {
        return flags.get(0);
    }

    List<Flag> flags() {
        return flags;
    }

    boolean late() {
        return late;
    }

    int seenIn() {
        return seenIn;
    }

    int copies() {
        return copies;
    }

    List<String> outlets() {
        return List.copyOf(outlets);
    }
}
