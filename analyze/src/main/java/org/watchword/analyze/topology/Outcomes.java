package org.watchword.analyze.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.CountsListener;
import org.watchword.model.DeadLetter;
import org.watchword.model.StageCounts;

/** Sees to it that each record ends in exactly one counted status; what cannot be worked on becomes a dead letter. */
final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    /** The stage that failures of rules are counted under; it takes in nothing else. */
    private static final String RULES = "rules";

    private static final Duration COUNTS_EVERY = Duration.ofSeconds(1);

    private final ProcessorContext<byte[], byte[]> context;
    private final String stage;
    private final Sinks sinks;
    private final Counter counter;
    private final Counter ruleFailures;
    private final CountsListener listener;

    /** Names of the sinks of a stage. */
    record Sinks(String deadLetters, String counts) {}

    /** @param counters the store of the counters */
    Outcomes(
            ProcessorContext<byte[], byte[]> context,
            String stage,
            String counters,
            Sinks sinks,
            CountsListener listener) {
        this.context = context;
        this.listener = listener;
        this.stage = stage;
        this.sinks = sinks;
        this.counter = new Counter(
                context.getStateStore(counters), stage, context.taskId().partition());
        this.ruleFailures = new Counter(counter, RULES);
        listener.counted(counter.now(now()));
        listener.counted(ruleFailures.now(now()));
        context.schedule(COUNTS_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> emitCounts());
    }

    /** The partition is given up, with its counts. */
    void close() {
        listener.released(counter.name());
        listener.released(ruleFailures.name());
    }

    /** Counts how the work on a record ends, and tells it. */
    String count(Record<byte[], byte[]> record, Supplier<String> work) {
        String status;
        try {
            status = work.get();
        } catch (RefusedRecord e) {
            status = bury(record, e);
        }
        counter.count(status, now());
        return status;
    }

    /** Counts that a rule threw on a record, whose own outcome this leaves alone. */
    void ruleFailed(String rule) {
        ruleFailures.count("failed:" + rule, now());
    }

    private String bury(Record<byte[], byte[]> record, RefusedRecord refused) {
        String origin = context.recordMetadata()
                .map(place -> place.topic() + '-' + place.partition() + '-' + place.offset())
                .orElseThrow(() -> new IllegalStateException("a record without its place"));
        byte[] original = record.value() == null ? new byte[0] : record.value();
        DeadLetter letter = DeadLetter.of(stage, refused.code(), refused.reason(), origin, now(), original);
        context.forward(
                new Record<>(letter.id().getBytes(StandardCharsets.UTF_8), Wire.write(letter), record.timestamp()),
                sinks.deadLetters());
        LOG.warn("{} is a dead letter: {}: {}", origin, refused.code(), refused.reason());
        return StageCounts.DEAD_LETTERED + ':' + refused.code();
    }

    private void emitCounts() {
        emit(counter.takeChanged(now()));
        StageCounts failures = ruleFailures.takeChanged(now());
        if (failures != null && failures.in() > 0) {
            emit(failures);
        }
    }

    private void emit(@Nullable StageCounts counts) {
        if (counts != null) {
            listener.counted(counts);
            context.forward(
                    new Record<>(
                            counts.key().getBytes(StandardCharsets.UTF_8),
                            Wire.write(counts),
                            context.currentSystemTimeMs()),
                    sinks.counts());
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
