package org.watchword.app.line;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.MonitorConfig;
import org.watchword.app.observe.AdminServer;
import org.watchword.app.observe.BrokerCheck;
import org.watchword.app.observe.Health;
import org.watchword.app.observe.Instruments;

/** The health of a line that is being opened, and the server that tells it: one for all roles of the process, if the settings ask for it. */
final class Monitor {

    private final LineRunner runner;
    private final @Nullable Health health;
    private final @Nullable AdminServer server;
    private @Nullable BrokerCheck broker;

    /** Begins to answer: until they work, the roles are being started. */
    Monitor(
            MonitorConfig config,
            Collection<RoleName> roles,
            InstantSource clock,
            Instruments instruments,
            LineRunner runner,
            LineListener listener) {
        this.runner = runner;
        if (!config.enabled()) {
            health = null;
            server = null;
            return;
        }
        listener.starting("monitor");
        long begin = System.nanoTime();
        List<String> names = roles.stream().map(RoleName::toString).toList();
        Health opened = runner.open("health", () -> new Health(names, clock, instruments));
        opened.start();
        health = opened;
        server = runner.open("monitor", () -> serve(config, opened, instruments));
        listener.started("monitor", Duration.ofNanos(System.nanoTime() - begin), "on port " + server.port());
    }

    /** The port it answers on; null when nobody asked for it. */
    @Nullable
    Integer port() {
        return server == null ? null : server.port();
    }

    /** A role works from now on. @param kafka properties of a Kafka client */
    void watch(RoleName name, Role role, Map<String, String> kafka) {
        if (health == null) {
            return;
        }
        BrokerCheck asked = broker;
        if (asked == null) {
            asked = runner.open("broker check", () -> new BrokerCheck(kafka));
            broker = asked;
        }
        BrokerCheck check = asked;
        health.watch(name.toString(), () -> {
            List<String> problems = new ArrayList<>(role.problems());
            check.problem().ifPresent(problems::add);
            return problems;
        });
    }

    private static AdminServer serve(MonitorConfig config, Health health, Instruments instruments) {
        try {
            return AdminServer.start(config.host(), config.port(), health, instruments::scrape);
        } catch (IOException e) {
            throw new LineException(
                    "Port " + config.port() + " on " + config.host() + " cannot be used for metrics and health ("
                            + e.getMessage() + "); choose another with monitor.port, or set monitor.enabled to false.",
                    e);
        }
    }
}
