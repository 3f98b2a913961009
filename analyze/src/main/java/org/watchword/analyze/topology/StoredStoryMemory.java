package org.watchword.analyze.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.watchword.analyze.story.PageSketch;
import org.watchword.analyze.story.Place;
import org.watchword.analyze.story.StoryMemory;

/**
 * What story grouping remembers, in state stores. Rows that say something by their key alone hold {@link #THERE}.
 *
 * @param sketches by document id
 * @param places by document id
 * @param files {@code key/document id}
 * @param arrivals {@code millis/document id} of open pages, millis in 16 hex digits, so that the oldest come first
 */
record StoredStoryMemory(
        KeyValueStore<String, PageSketch> sketches,
        KeyValueStore<String, Place> places,
        KeyValueStore<String, byte[]> files,
        KeyValueStore<String, byte[]> arrivals)
        implements StoryMemory {

    private static final byte[] THERE = {1};

    /** Sorts behind every id and digit. */
    private static final String BEHIND = "~";

    @Override
    public Optional<PageSketch> sketch(String documentId) {
        return Optional.ofNullable(sketches.get(documentId));
    }

    @Override
    public void put(PageSketch sketch) {
        sketches.put(sketch.documentId(), sketch);
    }

    @Override
    public Optional<Place> place(String documentId) {
        return Optional.ofNullable(places.get(documentId));
    }

    @Override
    public void put(String documentId, Place place) {
        Place before = places.get(documentId);
        places.put(documentId, place);
        boolean wasOpen = before != null && before.open();
        boolean sameArrival = wasOpen && place.open() && before.arrived().equals(place.arrived());
        if (wasOpen && !sameArrival) {
            arrivals.delete(arrival(before.arrived(), documentId));
        }
        if (place.open() && !sameArrival) {
            arrivals.put(arrival(place.arrived(), documentId), THERE);
        }
    }

    @Override
    public void remove(String documentId) {
        place(documentId).ifPresent(place -> arrivals.delete(arrival(place.arrived(), documentId)));
        sketches.delete(documentId);
        places.delete(documentId);
    }

    @Override
    public void file(String key, String documentId) {
        files.put(key + '/' + documentId, THERE);
    }

    @Override
    public void unfile(String key, String documentId) {
        files.delete(key + '/' + documentId);
    }

    @Override
    public List<String> filed(String key, int atMost) {
        return between(files, key + '/', key + '/' + BEHIND, atMost);
    }

    @Override
    public List<String> openSince(Instant before, int atMost) {
        return between(arrivals, "", millis(before), atMost);
    }

    private static List<String> between(KeyValueStore<String, byte[]> store, String from, String to, int atMost) {
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(from, to)) {
            while (rows.hasNext() && found.size() < atMost) {
                KeyValue<String, byte[]> row = rows.next();
                found.add(row.key.substring(row.key.indexOf('/') + 1));
            }
        }
        return found;
    }

    private static String arrival(Instant at, String documentId) {
        return millis(at) + '/' + documentId;
    }

    private static String millis(Instant at) {
        return String.format("%016x", at.toEpochMilli());
    }
}
