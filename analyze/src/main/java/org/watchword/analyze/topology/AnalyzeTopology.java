package org.watchword.analyze.topology;

import org.apache.kafka.streams.Topology;
import org.watchword.analyze.AnalysisReuse;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.model.PageHistory;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;

/** The topology: documents in; analyses, members of stories, dead letters and counts out. */
public final class AnalyzeTopology {

    /** The stage's name in counts and dead letters. */
    public static final String STAGE = "analyze";

    /** Header that has a known version analysed again; its value names the replay. */
    public static final String REPLAY_HEADER = "replay";

    /** Header of an analysis: when it was made, epoch milliseconds in decimal digits. */
    public static final String ANALYZED_HEADER = "analyzed-at";

    static final String VERSIONS = "versions";
    static final String TEXTS = "texts";
    static final String PAGES = "pages";
    static final String COUNTERS = "counters";

    static final String TO_ANALYSES = "to-analyses";
    static final String TO_SKETCHES = "to-sketches";
    static final Outcomes.Sinks OUT = new Outcomes.Sinks("to-dead-letters", "to-counts");

    private static final String FROM_DOCUMENTS = "from-documents";
    private static final String ANALYZE = "analyze";

    private AnalyzeTopology() {}

    /** As the other, with nobody to be told. */
    public static Topology build(AnalyzeSettings settings, DocumentAnalyzerFactory factory, CorrectionNotes notes) {
        return build(settings, factory, notes, AnalyzeListener.NONE);
    }

    /** The same settings always give the same topology. */
    public static Topology build(
            AnalyzeSettings settings,
            DocumentAnalyzerFactory factory,
            CorrectionNotes notes,
            AnalyzeListener listener) {
        TopicLayout topics = settings.topics();
        AnalysisReuse reuse = new AnalysisReuse(settings.reuseBytes());
        Topology topology = new Topology();
        Nodes.source(topology, FROM_DOCUMENTS, topics.name(Topics.DOCUMENTS));
        topology.addProcessor(
                ANALYZE, () -> new AnalyzeProcessor(settings, factory, reuse, notes, listener), FROM_DOCUMENTS);
        topology.addStateStore(Nodes.store(VERSIONS, VersionHistory.class), ANALYZE);
        topology.addStateStore(Nodes.store(PAGES, PageHistory.class), ANALYZE);
        topology.addStateStore(Nodes.store(COUNTERS, StageCounts.class), ANALYZE);
        topology.addStateStore(Nodes.bytes(TEXTS), ANALYZE);
        Nodes.sink(topology, TO_ANALYSES, topics.name(Topics.ANALYSES), ANALYZE);
        Nodes.sink(topology, TO_SKETCHES, topics.name(Topics.SKETCHES), ANALYZE);
        Nodes.sink(topology, OUT.deadLetters(), topics.name(Topics.DEAD_LETTERS), ANALYZE);
        Nodes.sink(topology, OUT.counts(), topics.name(Topics.COUNTS), ANALYZE);
        StoryTopology.add(topology, topics, settings.stories(), listener);
        return topology;
    }
}
