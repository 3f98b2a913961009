package org.watchword.app.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Whether Kafka answers. */
public final class BrokerCheck implements AutoCloseable {

    private static final int MILLIS = 3_000;

    private final Admin admin;
    private final String servers;

    /** @param client properties of a Kafka client */
    public BrokerCheck(Map<String, String> client) {
        this.admin = Admin.create(new HashMap<String, Object>(client));
        this.servers = client.getOrDefault("bootstrap.servers", "");
    }

    /** Why it cannot be used, in a sentence; empty when it answers. Takes up to 3 s. */
    public Optional<String> problem() {
        try {
            int nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(MILLIS))
                    .nodes()
                    .get(MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return nodes == 0 ? Optional.of("Kafka at " + servers + " has no broker") : Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Optional.of("Kafka at " + servers + " does not answer: "
                    + (cause == null ? e.getMessage() : cause.getMessage()));
        } catch (TimeoutException e) {
            return Optional.of("Kafka at " + servers + " does not answer within " + MILLIS / 1000 + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Kafka at " + servers + " was not asked");
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
