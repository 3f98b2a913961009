package org.watchword.analyze.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.model.PageHistory;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;

/** The topology: documents in; analyses, dead letters and counts out. */
public final class AnalyzeTopology {

    /** The stage's name in counts and dead letters. */
    public static final String STAGE = "analyze";

    /** Header that has a known version analysed again; its value names the replay. */
    public static final String REPLAY_HEADER = "replay";

    static final String VERSIONS = "versions";
    static final String TEXTS = "texts";
    static final String PAGES = "pages";
    static final String COUNTERS = "counters";

    static final String TO_ANALYSES = "to-analyses";
    static final String TO_DEAD_LETTERS = "to-dead-letters";
    static final String TO_COUNTS = "to-counts";

    private static final String FROM_DOCUMENTS = "from-documents";
    private static final String ANALYZE = "analyze";

    private AnalyzeTopology() {}

    /** The same settings always give the same topology. */
    public static Topology build(AnalyzeSettings settings, DocumentAnalyzerFactory factory, CorrectionNotes notes) {
        TopicLayout topics = settings.topics();
        Topology topology = new Topology();
        topology.addSource(
                FROM_DOCUMENTS,
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer(),
                topics.name(Topics.DOCUMENTS));
        topology.addProcessor(ANALYZE, () -> new AnalyzeProcessor(settings, factory, notes), FROM_DOCUMENTS);
        topology.addStateStore(store(VERSIONS, VersionHistory.class), ANALYZE);
        topology.addStateStore(store(PAGES, PageHistory.class), ANALYZE);
        topology.addStateStore(store(COUNTERS, StageCounts.class), ANALYZE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TEXTS), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(changelog()),
                ANALYZE);
        sink(topology, TO_ANALYSES, topics.name(Topics.ANALYSES));
        sink(topology, TO_DEAD_LETTERS, topics.name(Topics.DEAD_LETTERS));
        sink(topology, TO_COUNTS, topics.name(Topics.COUNTS));
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(
                name, topic, Serdes.ByteArray().serializer(), Serdes.ByteArray().serializer(), ANALYZE);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Wire.serde(type))
                .withLoggingEnabled(changelog());
    }

    private static Map<String, String> changelog() {
        return Map.of("max.message.bytes", Integer.toString(TopicLayout.MAX_RECORD_BYTES));
    }
}
