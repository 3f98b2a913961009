package org.watchword.app.line;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.observe.Instruments;
import org.watchword.app.observe.Trail;

/**
 * A line to be opened.
 *
 * @param config every setting, the command's options laid over it
 * @param mode how it runs
 * @param roles which roles run here
 * @param factories how they are built
 * @param installation the program's files
 * @param clock the time
 */
public record Line(
        WatchwordConfig config,
        Mode mode,
        Set<RoleName> roles,
        Map<RoleName, RoleFactory> factories,
        Installation installation,
        InstantSource clock) {

    public Line {
        roles = Set.copyOf(roles);
        factories = Map.copyOf(factories);
    }

    /**
     * Opens servers and roles in order and leaves them with the runner. On failure nothing stays open that the runner does not close.
     *
     * @param folder the data folder, held by the caller
     * @return what the roles were built from
     * @throws RuntimeException as {@link LineException}, {@code ServerException} or {@code ConfigException}, one sentence each
     */
    public LineContext open(DataFolder folder, LineRunner runner, LineListener listener) {
        boolean ownElasticsearch = config.elasticsearch().embedded() && needsElasticsearch();
        if (roles.contains(RoleName.DESK)) {
            Preflight.requireGuarded(config.desk(), config.auth(), clock);
            Preflight.requirePort(config.desk());
        }
        if (ownElasticsearch) {
            Preflight.requireMemory(config.elasticsearch().heap(), Preflight.availableMemory());
        }
        if (ownElasticsearch || config.kafka().embedded()) {
            Preflight.requireDisk(folder.path(), Preflight.DISK);
        }
        String kafka = config.kafka().embedded()
                ? kafka(runner, listener, folder)
                : String.join(",", config.kafka().bootstrapServers());
        List<URI> elasticsearch = ownElasticsearch
                ? List.of(elasticsearch(runner, listener, folder))
                : config.elasticsearch().urls().stream().map(URI::create).toList();
        Map<String, String> client = config.kafka().clientProperties(kafka);
        KafkaProperties.requireKnown(client);
        TopicSetup.create(config.kafka(), config.ingest(), client);
        SortedSet<RoleName> order = new TreeSet<>(roles);
        Instruments instruments = runner.open(
                "instruments",
                () -> new Instruments(
                        config.monitor().enabled(), new Trail(config.logs().trail())));
        Monitor monitor = new Monitor(config.monitor(), order, clock, instruments, runner, listener);
        LineContext context =
                new LineContext(config, folder.path(), client, elasticsearch, clock, instruments, runner::fail);
        @Nullable Integer desk = null;
        for (RoleName name : order) {
            RoleFactory factory = factories.get(name);
            if (factory == null) {
                throw new LineException("This program has no role '" + name + "'.");
            }
            Role role = timed(listener, name.toString(), () -> role(runner, factory, context), Line::place);
            monitor.watch(name, role, client);
            if (role.port().isPresent()) {
                desk = role.port().getAsInt();
            }
        }
        if (mode.announced()) {
            Endpoints.ofThisProcess(
                            kafka, elasticsearch.stream().map(URI::toString).toList(), desk, monitor.port())
                    .write(folder.path());
        }
        return context;
    }

    private static String place(Role role) {
        return role.port().isPresent() ? "on port " + role.port().getAsInt() : "";
    }

    private boolean needsElasticsearch() {
        return roles.contains(RoleName.INDEX) || roles.contains(RoleName.DESK);
    }

    private static Role role(LineRunner runner, RoleFactory factory, LineContext context) {
        Role role = factory.create(context);
        runner.start(role);
        return role;
    }

    private static String kafka(LineRunner runner, LineListener listener, DataFolder folder) {
        EmbeddedKafka broker = timed(
                listener,
                "Kafka",
                () -> runner.open(
                        "Kafka", () -> EmbeddedKafka.start(folder.path().resolve("kafka"))),
                started -> started.reused() ? "earlier messages found" : "new");
        return broker.bootstrapServers();
    }

    private URI elasticsearch(LineRunner runner, LineListener listener, DataFolder folder) {
        EmbeddedElasticsearch server = timed(
                listener,
                "Elasticsearch",
                () -> runner.open(
                        "Elasticsearch",
                        () -> EmbeddedElasticsearch.start(
                                installation.elasticsearchArchive(),
                                folder.path(),
                                config.elasticsearch().heap().mebibytes())),
                started -> (started.reused() ? "earlier index found" : "new")
                        + (started.relocated() ? ", its files in " + started.folder() : ""));
        // A signal to all processes at once may end the server before this one hears of it: then the end was asked for.
        var unused = server.onExit()
                .thenAcceptAsync(
                        status -> runner.fail("Elasticsearch ended unexpectedly (exit code " + status + "); see "
                                + folder.path().resolve("logs").resolve("elasticsearch.log") + "."),
                        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        return server.url();
    }

    private static <T> T timed(LineListener listener, String what, Supplier<T> opening, Function<T, String> detail) {
        listener.starting(what);
        long begin = System.nanoTime();
        T opened = opening.get();
        listener.started(what, Duration.ofNanos(System.nanoTime() - begin), detail.apply(opened));
        return opened;
    }
}
