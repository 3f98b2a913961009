package org.watchword.analyze.topology;

import org.apache.kafka.streams.Topology;
import org.watchword.analyze.story.PageSketch;
import org.watchword.analyze.story.Place;
import org.watchword.analyze.story.StorySettings;
import org.watchword.model.CountsListener;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;

/** The second half of the topology: sketches in; members of stories, dead letters and counts out. */
final class StoryTopology {

    /** The stage's name in counts and dead letters. */
    static final String STAGE = "stories";

    static final String SKETCHES = "story-sketches";
    static final String PLACES = "story-places";
    static final String FILES = "story-files";
    static final String ARRIVALS = "story-arrivals";
    static final String COUNTERS = "story-counters";

    static final String TO_STORIES = "to-stories";
    static final Outcomes.Sinks OUT = new Outcomes.Sinks("stories-to-dead-letters", "stories-to-counts");

    private static final String FROM_SKETCHES = "from-sketches";
    private static final String GROUP = "group";

    private StoryTopology() {}

    static void add(Topology topology, TopicLayout topics, StorySettings settings, CountsListener listener) {
        Nodes.source(topology, FROM_SKETCHES, topics.name(Topics.SKETCHES));
        topology.addProcessor(GROUP, () -> new StoryProcessor(settings, listener), FROM_SKETCHES);
        topology.addStateStore(Nodes.store(SKETCHES, PageSketch.class), GROUP);
        topology.addStateStore(Nodes.store(PLACES, Place.class), GROUP);
        topology.addStateStore(Nodes.store(COUNTERS, StageCounts.class), GROUP);
        topology.addStateStore(Nodes.bytes(FILES), GROUP);
        topology.addStateStore(Nodes.bytes(ARRIVALS), GROUP);
        Nodes.sink(topology, TO_STORIES, topics.name(Topics.STORIES), GROUP);
        Nodes.sink(topology, OUT.deadLetters(), topics.name(Topics.DEAD_LETTERS), GROUP);
        Nodes.sink(topology, OUT.counts(), topics.name(Topics.COUNTS), GROUP);
    }
}
