package org.watchword.ingest.frontier;

import java.util.List;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** What leaves a state together with a change of it. */
public sealed interface Outgoing {

    /** To whoever serves the host. */
    record Asked(Request request) implements Outgoing {}

    /** To the next stage. */
    record Published(Document document) implements Outgoing {}

    /** To whoever wants to know how far the work is. */
    record Told(List<StageCounts> counts, List<SourceDay> days) implements Outgoing {}
}
