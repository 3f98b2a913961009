package org.watchword.bench.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The real broker in a process of its own, with the line's topics, until its input ends. */
@Command(name = "broker", hidden = true, description = "Runs the embedded Kafka broker until its input ends.")
public final class BrokerCommand implements Callable<Integer> {

    /** Before the names of the topics. */
    static final String PREFIX = "bench-";

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder)) {
            TopicLayout layout = new TopicLayout(PREFIX, 1, (short) 1);
            List<NewTopic> topics = Topics.all().stream()
                    .map(name -> new NewTopic(layout.name(name), 1, (short) 1).configs(layout.config(name)))
                    .toList();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
                admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
            }
            ChildProgram.ready(broker.bootstrapServers());
            ChildProgram.awaitEndOfInput();
        }
        return 0;
    }
}
