package org.watchword.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.watchword.analyze.StepListener;
import org.watchword.analyze.topology.AnalyzeListener;
import org.watchword.index.IndexListener;
import org.watchword.ingest.collect.FetchListener;

/** What a running line is observed with. Thread-safe. */
public final class Instruments implements AutoCloseable {

    // Some metrics of Kafka's clients, the lag of a partition among them, exist only once there was something to
    // measure; they are looked for so often. A minute, which is usual, would leave a new role's lag unseen that long.
    private static final Duration LOOK_FOR_NEW = Duration.ofSeconds(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CountMeters counts = new CountMeters(registry);
    private final Deque<AutoCloseable> bound = new ArrayDeque<>();
    private final Trail trail;
    private final boolean served;
    private boolean closed;

    /**
     * Instruments that nobody has looked at yet.
     *
     * @param served whether they will be: else the program's own and Kafka's clients' metrics are not gathered
     * @param trail told of each document
     */
    public Instruments(boolean served, Trail trail) {
        this.served = served;
        this.trail = trail;
        bind(ClassLoaderMetrics::new);
        bind(JvmMemoryMetrics::new);
        bind(JvmGcMetrics::new);
        bind(JvmThreadMetrics::new);
        bind(ProcessorMetrics::new);
        bind(FileDescriptorMetrics::new);
        bind(UptimeMetrics::new);
        bind(LogbackMetrics::new);
    }

    /** Instruments for work beside the line. */
    public static Instruments none() {
        return new Instruments(false, Trail.NONE);
    }

    /** Told of what the fetch stage does. */
    public FetchListener fetch() {
        return new FetchMeters(registry, counts, trail);
    }

    /** Told of what the analyze stage does. */
    public AnalyzeListener analyze() {
        return new AnalyzeMeters(this, registry, counts, trail);
    }

    /** Told of what the steps of an analysis take. */
    public StepListener steps() {
        return new StepMeters(registry);
    }

    /** Told of what the index stage does. */
    public IndexListener index() {
        return new IndexMeters(this, registry, counts, trail);
    }

    /** Watches a Kafka client until {@link #close}. */
    public void watch(Consumer<?, ?> consumer) {
        bindLooking(looking -> new KafkaClientMetrics(consumer, Tags.empty(), looking, LOOK_FOR_NEW));
    }

    /**
     * Watches a Kafka client until {@link #close}.
     *
     * @return ends that before
     */
    public Runnable watch(Producer<?, ?> producer) {
        return bindLooking(looking -> new KafkaClientMetrics(producer, Tags.empty(), looking, LOOK_FOR_NEW));
    }

    /** Watches a stream engine until {@link #close}. */
    public void watch(KafkaStreams streams) {
        bindLooking(looking -> new KafkaStreamsMetrics(streams, Tags.empty(), looking, LOOK_FOR_NEW));
    }

    /** A number that is asked for whenever the metrics are. */
    public void hosts(String state, Supplier<Number> value) {
        gauge(Metric.FETCH_HOSTS, Tags.of("state", state), value);
    }

    /** Stream threads that are alive, asked for whenever the metrics are. */
    public void threads(Supplier<Number> alive) {
        gauge(Metric.ANALYZE_THREADS, Tags.empty(), alive);
    }

    void ready(String role, Supplier<Boolean> ready) {
        gauge(Metric.READY, Tags.of("role", role), () -> ready.get() ? 1 : 0);
    }

    /** Everything, in Prometheus' text form 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        synchronized (bound) {
            closed = true;
            bound.forEach(Instruments::closeQuietly);
            bound.clear();
        }
        // Logback keeps listening to what it was bound to, and so keeps the registry: without this, all that its gauges
        // ask too.
        registry.clear();
        registry.close();
    }

    private void gauge(Metric metric, Tags tags, Supplier<Number> value) {
        Gauge.builder(metric.id(), value).description(metric.help()).tags(tags).register(registry);
    }

    private void bind(Supplier<MeterBinder> making) {
        bindLooking(looking -> making.get());
    }

    /** What looks for new metrics on its own does so on a thread of its own, which ends with it. */
    private Runnable bindLooking(Function<ScheduledExecutorService, MeterBinder> making) {
        synchronized (bound) {
            if (!served || closed) {
                return () -> {};
            }
            ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "watchword-kafka-metrics");
                thread.setDaemon(true);
                return thread;
            });
            MeterBinder binder = making.apply(looking);
            binder.bindTo(registry);
            AutoCloseable part = () -> {
                looking.shutdownNow();
                if (binder instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            };
            bound.push(part);
            return () -> unbind(part);
        }
    }

    private void unbind(AutoCloseable part) {
        synchronized (bound) {
            if (bound.remove(part)) {
                closeQuietly(part);
            }
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // It only watched.
        }
    }

    static Timer timer(MeterRegistry registry, Metric metric, Tags tags, Duration... classes) {
        return Timer.builder(metric.id())
                .description(metric.help())
                .tags(tags)
                .serviceLevelObjectives(classes)
                .register(registry);
    }

    static Counter counter(MeterRegistry registry, Metric metric, Tags tags) {
        return Counter.builder(metric.id())
                .description(metric.help())
                .tags(tags)
                .register(registry);
    }

    /** Upper bounds of a timer's classes. */
    static Duration[] millis(long... bounds) {
        return java.util.Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
