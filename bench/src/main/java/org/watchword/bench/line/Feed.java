package org.watchword.bench.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.watchword.ingest.publish.KafkaDocumentPublisher;
import org.watchword.model.Document;

/** Publishes documents as the fetch stage does. */
final class Feed implements AutoCloseable {

    private static final int BATCH = 200;

    private final KafkaDocumentPublisher publisher;
    private final Workload workload;
    private int next;

    Feed(Map<String, String> client, String prefix, Workload workload) {
        Properties properties = new Properties();
        properties.putAll(client);
        this.publisher = new KafkaDocumentPublisher(properties, prefix);
        this.workload = workload;
    }

    void publish(int documents) {
        for (int left = documents; left > 0; left -= BATCH) {
            Instant now = Instant.now();
            List<Document> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, left); i++) {
                batch.add(workload.document(next++, now));
            }
            publisher.publishAll(batch);
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
