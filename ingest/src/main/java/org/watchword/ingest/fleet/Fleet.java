package org.watchword.ingest.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.frontier.Journal;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.StateException;
import org.watchword.model.ConfigException;
import org.watchword.model.Topics;
import tools.jackson.core.JacksonException;

/**
 * This fetcher's membership in the group of fetchers: takes the parts of the web that the group assigns to it, hands requests for them
 * over, and gives them up when the group wants them back or can no longer be reached.
 */
public final class Fleet implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Fleet.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final Post.Place place;
    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final RequestSender sender;
    private final Consumer<String> onFailure;
    private final Posts posts;
    private final Thread member;
    private final RequestPurge purge;
    private Instant nextRenewal = Instant.MIN;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Prepares membership; nothing is joined before {@link #start}.
     *
     * @param folder for copies of the parts' states
     * @param onFailure told in a sentence when this fetcher cannot go on
     * @throws ConfigException when the topics are not there or do not fit together
     */
    public Fleet(FleetSettings settings, Path folder, InstantSource clock, Part.Crew crew, Consumer<String> onFailure) {
        this.topic = settings.prefix() + Topics.FETCH_REQUESTS;
        this.onFailure = onFailure;
        this.consumer =
                new KafkaConsumer<>(properties(settings), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            int parts = consumer.partitionsFor(topic).size();
            int kept =
                    consumer.partitionsFor(settings.prefix() + Topics.FRONTIER).size();
            if (parts == 0 || parts != kept) {
                throw new ConfigException("the topics " + topic + " and " + settings.prefix() + Topics.FRONTIER
                        + " need as many partitions as each other, and have " + parts + " and " + kept);
            }
            Records records = new Records(settings.prefix(), parts);
            this.place = new Post.Place(
                    settings, parts, records, folder, clock, new Session(clock, settings.session()), crew);
            this.sender = new RequestSender(settings, records);
            this.purge = new RequestPurge(settings, clock);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        this.posts = new Posts(place, onFailure);
        this.member = new Thread(this::run, "fetch-fleet");
        member.setDaemon(true);
    }

    private static Properties properties(FleetSettings settings) {
        Properties all = settings.properties();
        all.setProperty("group.id", settings.group());
        // The session's length is ours to choose, and the proof that no host is asked by two rests on it.
        all.setProperty("group.protocol", "classic");
        all.setProperty("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        all.setProperty("session.timeout.ms", FleetSettings.millis(settings.session()));
        all.setProperty(
                "heartbeat.interval.ms", FleetSettings.millis(settings.session().dividedBy(10)));
        // A rebalance waits so long for a member: longer than what can be under way, and than a session.
        all.setProperty(
                "max.poll.interval.ms",
                FleetSettings.millis(settings.session()
                        .multipliedBy(2)
                        .plus(settings.exchange().multipliedBy(2))
                        .plusMinutes(1)));
        all.setProperty("isolation.level", "read_committed");
        all.setProperty("enable.auto.commit", "false");
        all.setProperty("auto.offset.reset", "earliest");
        all.setProperty("max.poll.records", "1000");
        return all;
    }

    /** Takes requests out of a state that stays on this machine. */
    public Journal sender() {
        return sender;
    }

    /** Into how many parts the web is divided. */
    public int parts() {
        return place.parts();
    }

    /** Joins the group. */
    public void start() {
        member.start();
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), new Rebalance());
            while (!stopping()) {
                try {
                    turn();
                } catch (InterruptException e) {
                    return;
                } catch (KafkaException e) {
                    log.error("The fetchers' group cannot be reached: {}", e.toString());
                    stop.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping()) {
                onFailure.accept("Fetching cannot go on: " + e.getMessage());
            }
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void turn() {
        posts.giveUpBroken();
        posts.missing(consumer.assignment().stream()
                        .map(TopicPartition::partition)
                        .toList())
                .forEach(this::take);
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        renewWhenDue();
        purge.whenDue(posts.all());
        startReading();
        for (TopicPartition partition : records.partitions()) {
            posts.at(partition.partition())
                    .filter(Post::isReading)
                    .ifPresent(post -> accept(post, records.records(partition)));
        }
    }

    private void accept(Post post, List<ConsumerRecord<String, byte[]>> records) {
        List<Request> requests = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                requests.add(Records.request(record.value()));
            } catch (JacksonException | NullPointerException e) {
                log.warn("{} {} offset {}: no request, left out", topic, record.partition(), record.offset());
            }
        }
        try {
            post.accept(requests, records.get(records.size() - 1).offset() + 1);
        } catch (StateException e) {
            // It is opened anew, and read on from where its journal says.
            log.warn("Part {}: {}", post.number(), e.getMessage());
        }
    }

    /** Asks the coordinator whether we are still a member. */
    private void renewWhenDue() {
        Instant now = place.clock().instant();
        if (now.isBefore(nextRenewal)) {
            return;
        }
        nextRenewal = now.plus(place.settings().session().dividedBy(10));
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (Post post : posts.all()) {
            if (post.isReading()) {
                TopicPartition partition = partition(post.number());
                positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
        }
        if (positions.isEmpty()) {
            return;
        }
        Session.Until asked = place.session().now();
        try {
            consumer.commitSync(positions, place.settings().session().dividedBy(3));
            place.session().confirmed(asked);
        } catch (KafkaException e) {
            log.debug("membership not confirmed: {}", e.toString());
        }
    }

    private void startReading() {
        for (Post post : posts.all()) {
            post.startReading().ifPresent(next -> {
                TopicPartition partition = partition(post.number());
                consumer.seek(partition, next);
                consumer.resume(List.of(partition));
            });
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }

    private void take(int number) {
        consumer.pause(List.of(partition(number)));
        posts.take(number);
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            assigned.forEach(partition -> take(partition.partition()));
            nextRenewal = Instant.MIN;
            log.info("{} parts to fetch, {} of them new", consumer.assignment().size(), assigned.size());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            try {
                posts.layDown(numbers(revoked), Fleet.this::renewWhenDue);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            log.warn("Membership among the fetchers was lost, and with it {} parts", lost.size());
            posts.giveUp(numbers(lost));
        }

        private static List<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).toList();
        }
    }

    /** Leaves the group: parts in which nothing is under way are laid down. */
    @Override
    public void close() {
        stop.countDown();
        if (member.getState() == Thread.State.NEW) {
            consumer.close();
        }
        try {
            member.join(place.settings().exchange().plusSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        posts.close();
        sender.close();
        purge.close();
    }
}
