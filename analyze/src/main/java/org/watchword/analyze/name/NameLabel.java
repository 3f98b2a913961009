package org.watchword.analyze.name;

import java.util.List;
import org.watchword.model.EntityType;

/**
 * The labels of words in the BILOU scheme: outside a name (0), or the beginning, inside, last or only word of a name of one of
 * four types. Labels are small numbers, since they index weights.
 */
public final class NameLabel {

    /** The types a model tells apart, in the order of their labels. */
    public static final List<EntityType> TYPES =
            List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION, EntityType.GROUP);

    public static final int OUTSIDE = 0;

    /** Number of labels. */
    public static final int COUNT = 1 + 4 * TYPES.size();

    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int ONLY = 3;

    private NameLabel() {}

    /** The label of word {@code index} of a name of {@code length} words. */
    public static int of(EntityType type, int index, int length) {
        int place = length == 1 ? ONLY : index == 0 ? BEGIN : index == length - 1 ? LAST : INSIDE;
        return 1 + 4 * TYPES.indexOf(type) + place;
    }

    /** The number of the type in {@link #TYPES}; -1 outside names. */
    public static int type(int label) {
        return label == OUTSIDE ? -1 : (label - 1) / 4;
    }

    /** Whether a name starts at a word of this label. */
    public static boolean starts(int label) {
        return label != OUTSIDE && (place(label) == BEGIN || place(label) == ONLY);
    }

    /** Whether a name ends with a word of this label. */
    public static boolean ends(int label) {
        return label != OUTSIDE && (place(label) == LAST || place(label) == ONLY);
    }

    /** Whether one label may follow another; {@link #OUTSIDE} stands before the first word and after the last one. */
    public static boolean follows(int before, int after) {
        boolean open = before != OUTSIDE && !ends(before);
        boolean goesOn = after != OUTSIDE && !starts(after);
        return open == goesOn && (!open || type(before) == type(after));
    }

    private static int place(int label) {
        return (label - 1) % 4;
    }
}
