package org.watchword.ingest.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * How one fetcher works among others.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} at least
 * @param prefix put before every topic name and before the group's and transactions' ids
 * @param instance this fetcher's name, different from every other's
 * @param session a fetcher not heard of for so long has lost its parts; the broker's {@code group.min.session.timeout.ms} (6 s) at least
 * @param exchange longest time from the moment at which a request is allowed until nothing of it is under way any more
 */
public record FleetSettings(
        Map<String, String> client, String prefix, String instance, Duration session, Duration exchange) {

    public FleetSettings {
        client = Map.copyOf(client);
    }

    /** The consumer group. */
    String group() {
        return prefix + "fetch";
    }

    Properties properties() {
        Properties all = new Properties();
        all.putAll(client);
        all.setProperty("client.id", instance);
        return all;
    }

    /** Of a producer that answers or gives up within a session. */
    Properties producer() {
        Properties all = properties();
        all.setProperty("acks", "all");
        all.setProperty("enable.idempotence", "true");
        all.setProperty("max.request.size", Integer.toString(16 << 20));
        // A commit flushes at once; until then what belongs together is sent together, in one request.
        all.setProperty("linger.ms", "100");
        all.setProperty("max.in.flight.requests.per.connection", "1");
        all.setProperty("request.timeout.ms", millis(session.dividedBy(2)));
        all.setProperty("delivery.timeout.ms", millis(session));
        all.setProperty("max.block.ms", millis(session));
        return all;
    }

    static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
