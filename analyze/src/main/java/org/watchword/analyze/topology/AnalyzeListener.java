package org.watchword.analyze.topology;

import org.apache.kafka.streams.KafkaStreams;
import org.watchword.model.Analysis;
import org.watchword.model.CountsListener;

/** Told of progress as it happens, by the threads that make it: answer quickly and throw nothing. */
public interface AnalyzeListener extends CountsListener {

    AnalyzeListener NONE = new AnalyzeListener() {};

    /** The engine, before it starts: for its metrics. */
    default void engine(KafkaStreams streams) {}

    /**
     * An analysis was handed on. It is undone, and done again, when its transaction does not come through.
     *
     * @param trace as {@link org.watchword.model.Trace#id}
     * @param status as counted: {@code emitted} or {@code emitted:reused}
     */
    default void analyzed(String trace, Analysis analysis, String status) {}

    /**
     * A record of the documents topic has ended, in whatever way.
     *
     * @param trace as {@link org.watchword.model.Trace#id}; empty when the record tells none
     * @param key the record's key; a document's id unless something is wrong
     * @param status as counted
     * @param nanos what it took
     */
    default void ended(String trace, String key, String status, long nanos) {}
}
