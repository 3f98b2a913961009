package org.watchword.analyze.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.watchword.model.StoryMember;

/**
 * Groups pages into stories: two pages are linked when their newest texts are copies, and a story is all that links connect. What comes
 * out depends on the pages alone, not on the order in which they came.
 *
 * <p>A page that changed is compared anew and may leave its story; the rest falls apart where only that page held it together.
 */
public final class StoryGroups {

    /** Pages looked at under one key; a phrase on more pages than this is a site's own. */
    private static final int MOST_FILED = 256;

    /** Keys two texts must have in common to be compared: a few may be figures of speech, and copies can be expected to have five at least. */
    private static final int LEAST_COMMON = 3;

    /** Pages compared with a new one, those with the most keys in common first. */
    private static final int MOST_COMPARED = 64;

    private static final int FORGOTTEN_AT_ONCE = 500;

    private final StorySettings settings;
    private final StoryMemory memory;

    public StoryGroups(StorySettings settings, StoryMemory memory) {
        this.settings = settings;
        this.memory = memory;
    }

    /**
     * Takes in a page, or a page's new text.
     *
     * @return whose story is another now than was last told, this page included, by id; and this page, if it has copies
     */
    public List<StoryMember> take(PageSketch page, Instant now) {
        String id = page.documentId();
        PageSketch known = memory.sketch(id).orElse(null);
        Place before = memory.place(id).orElse(new Place(id, List.of(), now, false));
        if (known != null && before.open() && known.textSha256().equals(page.textSha256())) {
            memory.put(known.stating(page.statements()));
            memory.put(id, new Place(before.story(), before.links(), now, true));
            return before.links().isEmpty() ? List.of() : List.of(member(id, before.story()));
        }
        if (known != null) {
            keys(known).forEach(key -> memory.unfile(key, id));
        }
        boolean sameText = known != null && known.textSha256().equals(page.textSha256());
        // What was found out about the same text long ago still holds, though the others may no longer be compared.
        List<String> left = sameText ? List.of() : before.links();
        left.forEach(other -> relink(other, id, false));
        List<String> copies = Stream.concat(copies(page).stream(), sameText ? before.links().stream() : Stream.empty())
                .toList();
        memory.put(page);
        memory.put(id, new Place(before.story(), copies, now, true));
        keys(page).forEach(key -> memory.file(key, id));
        copies.forEach(other -> relink(other, id, true));
        return left.isEmpty() ? told(id, copies) : told(id, left, copies);
    }

    /**
     * Stops comparing with pages that arrived longer ago than the window, and forgets stories all of whose pages did.
     *
     * @return how many pages; when it is not 0 there may be more
     */
    public int forget(Instant now) {
        List<String> old = memory.openSince(now.minus(settings.window()), FORGOTTEN_AT_ONCE);
        for (String id : old) {
            memory.sketch(id).ifPresent(sketch -> {
                keys(sketch).forEach(key -> memory.unfile(key, id));
                memory.put(sketch.emptied());
            });
            memory.place(id).ifPresent(place -> memory.put(id, place.closed()));
            SortedMap<String, Place> story = component(id);
            if (story.values().stream().noneMatch(Place::open)) {
                story.keySet().forEach(memory::remove);
            }
        }
        return old.size();
    }

    private Stream<String> keys(PageSketch page) {
        TextSketch text = page.text();
        if (text.words() < StorySettings.LEAST_WORDS) {
            return Stream.empty();
        }
        Stream<String> whole = Stream.of(text.digest());
        return text.words() < settings.minWords() ? whole : Stream.concat(whole, text.keys().stream());
    }

    private List<String> copies(PageSketch page) {
        String id = page.documentId();
        Map<String, Integer> common = new HashMap<>();
        keys(page).forEach(key -> memory.filed(key, MOST_FILED).stream()
                .filter(other -> !other.equals(id))
                // One key may be a figure of speech; the digest of the whole is proof enough.
                .forEach(other -> common.merge(other, key.equals(page.text().digest()) ? 2 : 1, Integer::sum)));
        return common.entrySet().stream()
                .filter(e -> e.getValue() >= LEAST_COMMON)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .filter(other -> memory.sketch(other)
                        .filter(sketch -> areCopies(page, sketch))
                        .isPresent())
                .toList();
    }

    private boolean areCopies(PageSketch one, PageSketch other) {
        Duration apart = Duration.between(one.capturedAt(), other.capturedAt()).abs();
        return apart.compareTo(settings.window()) <= 0
                && Likeness.of(one.text(), other.text(), settings) != Likeness.NONE;
    }

    private void relink(String page, String other, boolean linked) {
        memory.place(page).ifPresent(place -> {
            List<String> links = new ArrayList<>(place.links());
            links.remove(other);
            if (linked) {
                links.add(other);
            }
            memory.put(page, place.linked(links));
        });
    }

    /** After links were only added: nothing has to be walked through where all belonged together before. */
    private List<StoryMember> told(String id, List<String> copies) {
        Set<String> stories = new TreeSet<>();
        copies.forEach(other -> memory.place(other).ifPresent(place -> stories.add(place.story())));
        if (stories.size() == 1 && stories.iterator().next().compareTo(id) < 0) {
            String story = stories.iterator().next();
            memory.place(id).ifPresent(place -> memory.put(id, place.in(story)));
            return List.of(member(id, story));
        }
        return told(id, List.of(), copies);
    }

    private List<StoryMember> told(String id, List<String> left, List<String> copies) {
        SortedMap<String, StoryMember> told = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        Stream.concat(Stream.of(id), left.stream()).forEach(root -> {
            if (!seen.contains(root)) {
                SortedMap<String, Place> story = component(root);
                seen.addAll(story.keySet());
                story.forEach((page, place) -> {
                    if (!place.story().equals(story.firstKey())) {
                        memory.put(page, place.in(story.firstKey()));
                        told.put(page, member(page, story.firstKey()));
                    }
                });
            }
        });
        if (!copies.isEmpty()) {
            memory.place(id).ifPresent(place -> told.put(id, member(id, place.story())));
        }
        return List.copyOf(told.values());
    }

    /** Everything that links connect with a page, itself included. */
    private SortedMap<String, Place> component(String page) {
        SortedMap<String, Place> component = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(page));
        while (!next.isEmpty()) {
            String id = next.remove();
            if (!component.containsKey(id)) {
                memory.place(id).ifPresent(place -> {
                    component.put(id, place);
                    next.addAll(place.links());
                });
            }
        }
        return component;
    }

    private StoryMember member(String id, String story) {
        return new StoryMember(
                id, story, memory.sketch(id).map(PageSketch::statements).orElse(List.of()));
    }
}
