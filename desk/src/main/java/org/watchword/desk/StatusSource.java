package org.watchword.desk;

import java.util.List;
import org.watchword.model.StageCounts;

/** Where the desk learns what the stages of the line have done so far. Thread-safe. */
@FunctionalInterface
public interface StatusSource {

    /** The latest counts of every stage and scope, in any order; empty when nothing has run yet. */
    List<StageCounts> counts();
}
