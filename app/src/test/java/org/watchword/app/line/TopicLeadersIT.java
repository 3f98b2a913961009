package org.watchword.app.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.embedded.EmbeddedKafka;

class TopicLeadersIT {

    @Test
    void aTopicThatNobodyHasHeardOfYetIsWaitedFor(@TempDir Path folder) throws Exception {
        List<NewTopic> topics = List.of(new NewTopic("speeches", 3, (short) 1));
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(
                            () -> TopicLeaders.await(admin, topics, broker.bootstrapServers(), Duration.ofSeconds(1)))
                    .withMessageContaining("not all of their partitions can be written to");

            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> TopicLeaders.await(admin, topics, broker.bootstrapServers(), Duration.ofSeconds(60)));
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(waiting).isNotDone();
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
            waiting.get(30, TimeUnit.SECONDS);
        }
    }
}
