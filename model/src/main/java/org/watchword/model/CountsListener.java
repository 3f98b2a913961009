package org.watchword.model;

/**
 * Told of what the parts of a stage have counted, as they count: what {@link Topics#COUNTS} gets, and when. For those who show it; called
 * by the threads that do the work, so answer quickly and throw nothing.
 */
public interface CountsListener {

    CountsListener NONE = new CountsListener() {};

    /** These are the counts of a part now. The first time a part is named, it is what it begins with here. */
    default void counted(StageCounts counts) {}

    /** A part is no longer counted by this process: another has it, or it is closed. {@code key} as {@link StageCounts#key()}. */
    default void released(String key) {}
}
