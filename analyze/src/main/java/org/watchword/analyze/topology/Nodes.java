package org.watchword.analyze.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.watchword.model.TopicLayout;

/** Sources, sinks and stores as all parts of the topology have them. */
final class Nodes {

    private Nodes() {}

    static void source(Topology topology, String name, String topic) {
        topology.addSource(
                name, Serdes.ByteArray().deserializer(), Serdes.ByteArray().deserializer(), topic);
    }

    static void sink(Topology topology, String name, String topic, String from) {
        topology.addSink(
                name, topic, Serdes.ByteArray().serializer(), Serdes.ByteArray().serializer(), from);
    }

    /** A store of records as JSON. */
    static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return store(name, Wire.serde(type));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return store(name, Serdes.ByteArray());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde)
                .withLoggingEnabled(Map.of("max.message.bytes", Integer.toString(TopicLayout.MAX_RECORD_BYTES)));
    }
}
