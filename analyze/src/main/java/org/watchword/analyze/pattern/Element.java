package org.watchword.analyze.pattern;

import java.util.List;
import java.util.Set;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.WordList;
import org.watchword.model.EntityType;

/** A part of a pattern. */
sealed interface Element {

    record One(WordTest test) implements Element {}

    record Terms(WordList list) implements Element {}

    record Slot(Set<GroupMention.Sort> sorts) implements Element {}

    record Named(EntityType type) implements Element {}

    record Sequence(List<Element> parts) implements Element {}

    record Choice(List<Element> ways) implements Element {}

    record Repeat(Element part, int min, int max) implements Element {}

    record Capture(String name, Element part) implements Element {}

    /** {@code ^} or {@code $}. */
    record Edge(boolean start) implements Element {}

    /** What must, or must not, follow; it takes no words. */
    record Ahead(Element part, boolean wanted) implements Element {}
}
