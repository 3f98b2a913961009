package org.watchword.analyze.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@link StoryGroups} remembers of the pages it has seen. */
public interface StoryMemory {

    Optional<PageSketch> sketch(String documentId);

    void put(PageSketch sketch);

    Optional<Place> place(String documentId);

    void put(String documentId, Place place);

    /** Forgets sketch and place. */
    void remove(String documentId);

    /** Files a page under a key. */
    void file(String key, String documentId);

    void unfile(String key, String documentId);

    /** The pages filed under a key, by id, at most so many. */
    List<String> filed(String key, int atMost);

    /** Pages still open that arrived before then, the longest here first, at most so many. */
    List<String> openSince(Instant before, int atMost);
}
