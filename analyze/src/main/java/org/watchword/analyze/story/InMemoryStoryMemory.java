package org.watchword.analyze.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Remembers on the heap: for texts that fit there, in one run. Not thread-safe. */
public final class InMemoryStoryMemory implements StoryMemory {

    private final Map<String, PageSketch> sketches = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, TreeSet<String>> files = new HashMap<>();

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
        places.put(documentId, place);
    }

    @Override
    public void remove(String documentId) {
        sketches.remove(documentId);
        places.remove(documentId);
    }

    @Override
    public void file(String key, String documentId) {
        files.computeIfAbsent(key, k -> new TreeSet<>()).add(documentId);
    }

    @Override
    public void unfile(String key, String documentId) {
        TreeSet<String> filed = files.get(key);
        if (filed != null && filed.remove(documentId) && filed.isEmpty()) {
            files.remove(key);
        }
    }

    @Override
    public List<String> filed(String key, int atMost) {
        Collection<String> filed = Objects.requireNonNullElse(files.get(key), List.of());
        return filed.stream().limit(atMost).toList();
    }

    @Override
    public List<String> openSince(Instant before, int atMost) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().open() && e.getValue().arrived().isBefore(before))
                .sorted(Comparator.comparing(e -> e.getValue().arrived()))
                .map(Map.Entry::getKey)
                .limit(atMost)
                .toList();
    }

    /** Rows kept: sketches, places and file entries. */
    public int size() {
        return sketches.size()
                + places.size()
                + files.values().stream().mapToInt(TreeSet::size).sum();
    }
}
