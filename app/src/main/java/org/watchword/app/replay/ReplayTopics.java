package org.watchword.app.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.watchword.app.line.LineException;

/** The topics and consumer groups of replays. */
public final class ReplayTopics implements AutoCloseable {

    private static final long SECONDS = 30;
    private static final String INDEX = "index";

    private final Admin admin;

    /** @param kafka properties of every Kafka client */
    public ReplayTopics(Map<String, String> kafka) {
        this.admin = Admin.create(new HashMap<String, Object>(kafka));
    }

    /**
     * Whether a process works on the replay at this moment, or did until it was killed a minute ago. What fills the index leaves its group
     * when it ends; Kafka Streams stays in its own for a while.
     *
     * @param mark prefix of its topics and groups
     */
    public boolean isAtWork(String mark) {
        return groups(mark).contains(mark + INDEX) && !isEmpty(mark + INDEX);
    }

    private boolean isEmpty(String group) {
        return await(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .map(ConsumerGroupDescription::members)
                .allMatch(Collection::isEmpty);
    }

    /**
     * Deletes its topics and groups.
     *
     * @return topics deleted
     */
    public int delete(String mark) {
        List<String> topics = startingWith(mark, await(admin.listTopics().names()));
        await(admin.deleteTopics(topics).all());
        List<String> groups = groups(mark);
        for (String group : groups) {
            if (!isEmpty(group)) {
                await(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all());
            }
        }
        await(admin.deleteConsumerGroups(groups).all());
        return topics.size();
    }

    private List<String> groups(String mark) {
        return startingWith(
                mark,
                await(admin.listGroups().all()).stream()
                        .map(GroupListing::groupId)
                        .toList());
    }

    private static List<String> startingWith(String mark, Collection<String> names) {
        if (mark.isEmpty()) {
            throw new IllegalArgumentException("every name begins with nothing");
        }
        return names.stream().filter(name -> name.startsWith(mark)).sorted().toList();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LineException("Kafka did not do it: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new LineException("Kafka does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineException("It was interrupted.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
