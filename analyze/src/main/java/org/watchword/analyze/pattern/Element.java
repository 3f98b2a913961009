package org.watchword.analyze.pattern;

import java.util.List;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.model.EntityType;

/** A part of a pattern. */
sealed interface Element {

    /** A size that stands for any greater one. */
    int HUGE = 1 << 20;

    /** How many steps it takes when written out, at most {@link #HUGE}. */
    default int size() {
        return 1;
    }

    static int sum(List<Element> parts) {
        return (int) Math.min(HUGE, 1 + parts.stream().mapToLong(Element::size).sum());
    }

    record One(WordTest test) implements Element {}

    record Terms(WordList list) implements Element {}

    record Slot(Set<GroupMention.Sort> sorts) implements Element {}

    record Named(EntityType type) implements Element {}

    record Sequence(List<Element> parts) implements Element {
        @Override
        public int size() {
            return Element.sum(parts);
        }
    }

    record Choice(List<Element> ways) implements Element {
        @Override
        public int size() {
            return Element.sum(ways);
        }
    }

    record Repeat(Element part, int min, int max) implements Element {
        @Override
        public int size() {
            return (int) Math.min(HUGE, 1 + (long) max * part.size());
        }
    }

    record Capture(String name, Element part) implements Element {
        @Override
        public int size() {
            return 2 + part.size();
        }
    }

    /** {@code ^} or {@code $}. */
    record Edge(boolean start) implements Element {}

    /** What must, or must not, follow; it takes no words. */
    record Ahead(Element part, boolean wanted) implements Element {
        @Override
        public int size() {
            return 1 + part.size();
        }
    }

    /**
     * A part with its place in the pattern as written.
     *
     * @param from UTF-16 units from the start
     * @param to one past its last unit
     */
    record Part(Element part, int from, int to) implements Element {
        @Override
        public int size() {
            return part.size();
        }
    }
}
