package org.watchword.app.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.LineException;
import org.watchword.app.line.Role;
import org.watchword.app.line.TopicSetup;
import org.watchword.app.observe.Instruments;
import org.watchword.app.role.AnalyzeRoleFactory;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.IndexRoleFactory;
import org.watchword.app.status.CountsReader;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.IndexGenerations;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;

/**
 * The line once more, over its own past: the same analyze and index stages, with topics, state and indices of their own, while the line
 * goes on. When all is in, the two generations are compared, and the new one serves. Started again after it was stopped, it goes on.
 *
 * @param config the settings, with the prefixes of the replay's topics and indices in them
 * @param lineTopics prefix of the line's topics
 * @param lineIndices prefix of the line's indices
 * @param folder keeps the state of the replay
 * @param kafka properties of every Kafka client
 * @param elasticsearch addresses of the server
 * @param models the language models
 * @param reading reads a page anew, or leaves it as it was
 * @param clock the time
 * @param talk told how far it is, in sentences
 */
public record Replay(
        WatchwordConfig config,
        String lineTopics,
        String lineIndices,
        Path folder,
        Map<String, String> kafka,
        List<URI> elasticsearch,
        Supplier<NlpModels> models,
        UnaryOperator<Document> reading,
        InstantSource clock,
        Consumer<String> talk) {

    private static final long LOOK_SECONDS = 2;
    private static final int QUIET_LOOKS = 3;

    /** What came of it. */
    public record Outcome(long changes, Map<String, Long> counts, List<String> replaced) {}

    /**
     * Does it all.
     *
     * @param report where the report goes
     * @param facts stand in the report
     * @param serve whether the new generation serves afterwards
     * @throws LineException when it cannot go on
     */
    public Outcome run(ReplayRange range, Path report, Map<String, String> facts, boolean serve)
            throws IOException, InterruptedException {
        AtomicReference<String> failure = new AtomicReference<>();
        TopicSetup.create(config.kafka(), config.ingest(), kafka);
        LineContext context = new LineContext(
                config,
                folder,
                kafka,
                elasticsearch,
                clock,
                Instruments.none(),
                sentence -> failure.compareAndSet(null, sentence));
        String prefix = config.elasticsearch().indexPrefix();
        try (ElasticsearchConnection connection =
                        ElasticsearchAccess.open(config.elasticsearch(), elasticsearch, lineIndices);
                Role index = new IndexRoleFactory().create(context);
                Role analyze = new AnalyzeRoleFactory(models).create(context);
                ReplayFeed feed =
                        new ReplayFeed(range, kafka, lineTopics, config.kafka().topicPrefix(), reading, clock);
                CountsReader counts = new CountsReader(kafka, context.topic(Topics.COUNTS))) {
            index.start();
            analyze.start();
            feed.catchUp();
            awaitDone(feed, counts, failure);
            IndexGenerations generations = new IndexGenerations(connection);
            generations.refresh(prefix);
            long changes = ReplayReport.write(
                    report, facts(facts, feed.counts()), generations.statements(), generations.statements(prefix));
            List<String> replaced = List.of();
            if (serve) {
                replaced = generations.serve(prefix);
                // What the line took in between the last look and the change of the aliases.
                feed.catchUp();
                awaitDone(feed, counts, failure);
                generations.release(prefix);
            }
            return new Outcome(changes, feed.counts(), replaced);
        }
    }

    private static Map<String, String> facts(Map<String, String> given, Map<String, Long> counts) {
        java.util.LinkedHashMap<String, String> facts = new java.util.LinkedHashMap<>(given);
        facts.put("pages analysed anew", Long.toString(counts.getOrDefault(ReplayFeed.DOCUMENTS, 0L)));
        facts.put("pages taken over", Long.toString(counts.getOrDefault(ReplayFeed.ANALYSES, 0L)));
        return facts;
    }

    /** Waits until the stages have done all that was handed over, to the last record. */
    private void awaitDone(ReplayFeed feed, CountsReader counts, AtomicReference<String> failure)
            throws InterruptedException {
        long documents = feed.counts().getOrDefault(ReplayFeed.DOCUMENTS, 0L);
        long analyses = feed.counts().getOrDefault(ReplayFeed.ANALYSES, 0L);
        long reviews = feed.counts().getOrDefault(ReplayFeed.REVIEWS, 0L);
        Map<String, StageCounts> before = Map.of();
        for (int quiet = 0; quiet < QUIET_LOOKS; ) {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            String sentence = failure.get();
            if (sentence != null) {
                throw new LineException(sentence);
            }
            Map<String, StageCounts> now = new TreeMap<>(counts.read());
            long analysed = in(now, "analyze");
            long emitted = now.values().stream()
                    .filter(c -> c.stage().equals("analyze"))
                    .mapToLong(c -> c.ended(StageCounts.EMITTED))
                    .sum();
            boolean done = analysed == documents
                    && in(now, "index") == emitted + analyses
                    && in(now, "index-reviews") == reviews;
            // Stories are sent by another part of the line, whose number is not known beforehand.
            quiet = done && now.equals(before) ? quiet + 1 : 0;
            if (!now.equals(before)) {
                talk.accept(analysed + " of " + documents + " pages analysed, " + in(now, "index") + " indexed");
            }
            before = now;
        }
    }

    private static long in(Map<String, StageCounts> counts, String stage) {
        return counts.values().stream()
                .filter(c -> c.stage().equals(stage))
                .mapToLong(StageCounts::in)
                .sum();
    }

    /** A bound for a range without one. */
    public static final Instant ALWAYS = Instant.EPOCH;

    public static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
}
