package org.watchword.ingest.fleet;

import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.watchword.ingest.frontier.Outgoing;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.StateException;
import org.watchword.model.Topics;

/** Where somebody who fetches nothing himself leaves requests for the fetchers that share the work. */
public final class RequestBox implements AutoCloseable {

    private final RequestSender sender;

    /**
     * @param settings of any fetcher of the group
     * @throws KafkaException when the topics cannot be reached within the session's length
     */
    public RequestBox(FleetSettings settings) {
        try (KafkaProducer<String, byte[]> asking =
                new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer())) {
            int parts = asking.partitionsFor(settings.prefix() + Topics.FETCH_REQUESTS)
                    .size();
            this.sender = new RequestSender(settings, new Records(settings.prefix(), parts));
        }
    }

    /**
     * Leaves requests; each is obeyed by whoever serves its host, at once or when somebody does.
     *
     * @throws StateException when they could not be sent; any of them may have been
     */
    public void ask(List<Request> requests) {
        sender.commit(
                List.of(), requests.stream().<Outgoing>map(Outgoing.Asked::new).toList());
    }

    @Override
    public void close() {
        sender.close();
    }
}
