package org.watchword.analyze.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.watchword.analyze.story.PageSketch;
import org.watchword.analyze.story.StoryGroups;
import org.watchword.analyze.story.StorySettings;
import org.watchword.model.CountsListener;
import org.watchword.model.StageCounts;
import org.watchword.model.StoryMember;

/** Takes each sketch to its story, and tells whose story has changed by it. */
@SuppressWarnings("NullAway.Init") // Kafka Streams hands the context over in init, before anything else
final class StoryProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private final StorySettings settings;
    private final CountsListener listener;

    private ProcessorContext<byte[], byte[]> context;
    private StoryGroups groups;
    private Outcomes outcomes;

    StoryProcessor(StorySettings settings, CountsListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        groups = new StoryGroups(
                settings,
                new StoredStoryMemory(
                        context.getStateStore(StoryTopology.SKETCHES),
                        context.getStateStore(StoryTopology.PLACES),
                        context.getStateStore(StoryTopology.FILES),
                        context.getStateStore(StoryTopology.ARRIVALS)));
        outcomes = new Outcomes(context, StoryTopology.STAGE, StoryTopology.COUNTERS, StoryTopology.OUT, listener);
        context.schedule(FORGET_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> groups.forget(now()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        outcomes.count(record, () -> handle(record));
    }

    @Override
    public void close() {
        outcomes.close();
    }

    private String handle(Record<byte[], byte[]> record) {
        PageSketch page = Wire.sketch(record.value());
        List<StoryMember> told = groups.take(page, now());
        for (StoryMember member : told) {
            byte[] key = member.documentId().getBytes(StandardCharsets.UTF_8);
            context.forward(new Record<>(key, Wire.write(member), record.timestamp()), StoryTopology.TO_STORIES);
        }
        return told.isEmpty() ? StageCounts.UNCHANGED : StageCounts.EMITTED;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
