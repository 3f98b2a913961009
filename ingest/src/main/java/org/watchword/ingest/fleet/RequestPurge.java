package org.watchword.ingest.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.Topics;

/** Lets the broker delete requests that are in the journal of their part: age alone must not, for nobody may have fetched for weeks. */
final class RequestPurge implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestPurge.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Admin admin;
    private final String topic;
    private final InstantSource clock;
    private final Map<Integer, Long> purged = new HashMap<>();
    private Instant next;

    RequestPurge(FleetSettings settings, InstantSource clock) {
        this.admin = Admin.create(settings.properties());
        this.topic = settings.prefix() + Topics.FETCH_REQUESTS;
        this.clock = clock;
        this.next = clock.instant().plus(EVERY);
    }

    void whenDue(Collection<Post> posts) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
        for (Post post : posts) {
            if (post.taken() > purged.getOrDefault(post.number(), 0L)) {
                purged.put(post.number(), post.taken());
                old.put(new TopicPartition(topic, post.number()), RecordsToDelete.beforeOffset(post.taken()));
            }
        }
        if (!old.isEmpty()) {
            admin.deleteRecords(old).all().whenComplete((done, problem) -> {
                if (problem != null) {
                    log.info("Old requests stay in {}: {}", topic, problem.getMessage());
                }
            });
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
