package org.watchword.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;
import org.watchword.model.SearchDelays;

/** What documents took of late, by legs: the last five minutes in slots of one. Thread-safe. */
final class DelayRecorder {

    private static final Duration SLOT = Duration.ofMinutes(1);
    private static final int SLOTS = 5;

    private final String instance;
    private final IndexListener listener;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private boolean changed;

    private record Slot(Instant from, Map<DelayLeg, DelayHistogram> legs) {}

    DelayRecorder(String instance, IndexListener listener) {
        this.instance = instance;
        this.listener = listener;
    }

    /** A document can be found from now on. */
    void searchable(Written document, Instant now) {
        Map<DelayLeg, Duration> took = new EnumMap<>(DelayLeg.class);
        took.put(DelayLeg.FETCHED_PUBLISHED, between(document.captured(), document.published()));
        took.put(DelayLeg.PUBLISHED_ANALYZED, between(document.published(), document.analyzed()));
        took.put(DelayLeg.ANALYZED_INDEXED, between(document.analyzed(), document.indexed()));
        took.put(DelayLeg.INDEXED_SEARCHABLE, between(document.indexed(), now));
        took.put(DelayLeg.PUBLISHED_SEARCHABLE, between(document.published(), now));
        took.forEach(listener::delayed);
        synchronized (this) {
            Map<DelayLeg, DelayHistogram> legs = slot(now).legs;
            took.forEach((leg, delay) -> legs.merge(leg, DelayHistogram.EMPTY.with(delay, 1), DelayHistogram::plus));
            changed = true;
        }
    }

    /** The delays of late, if there were new ones since this was last asked. */
    synchronized Optional<SearchDelays> takeChanged(Instant now) {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        forget(now);
        SortedMap<String, DelayHistogram> legs = new TreeMap<>();
        slots.forEach(slot -> slot.legs.forEach((leg, delays) -> legs.merge(leg.id(), delays, DelayHistogram::plus)));
        Instant from = slots.isEmpty() ? now : slots.getFirst().from;
        return Optional.of(new SearchDelays(instance, from, now, legs));
    }

    private Slot slot(Instant now) {
        Slot last = slots.peekLast();
        if (last == null || !now.isBefore(last.from.plus(SLOT))) {
            last = new Slot(now, new EnumMap<>(DelayLeg.class));
            slots.addLast(last);
            forget(now);
        }
        return last;
    }

    private void forget(Instant now) {
        slots.removeIf(slot -> slot.from.isBefore(now.minus(SLOT.multipliedBy(SLOTS))));
    }

    /** Clocks of two machines may differ by more than what lies between. */
    private static Duration between(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.isNegative() ? Duration.ZERO : between;
    }
}
