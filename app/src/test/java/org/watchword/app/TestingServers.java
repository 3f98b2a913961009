package org.watchword.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.embedded.ShortLived;

/** The real broker and the real search server, and between them the stage that fills the index. */
final class TestingServers implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final EmbeddedElasticsearch elasticsearch;
    private final TestingIndex index;

    private TestingServers(EmbeddedKafka kafka, EmbeddedElasticsearch elasticsearch, TestingIndex index) {
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    /** @param prefix put before the names of topics and indices */
    static TestingServers start(Path folder, String prefix) throws Exception {
        // Or, for root, the server's files would lie in a system folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        ShortLived.elasticsearchOf(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        try {
            EmbeddedElasticsearch elasticsearch =
                    EmbeddedElasticsearch.start(TestingLine.installation().elasticsearchArchive(), folder, 256);
            TestingIndex index = new TestingIndex(
                    prefix,
                    Map.of("bootstrap.servers", kafka.bootstrapServers()),
                    elasticsearch.url(),
                    Duration.ofSeconds(30));
            return new TestingServers(kafka, elasticsearch, index);
        } catch (IOException | RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    EmbeddedElasticsearch elasticsearch() {
        return elasticsearch;
    }

    TestingIndex index() {
        return index;
    }

    @Override
    public void close() {
        index.close();
        elasticsearch.close();
        kafka.close();
    }
}
