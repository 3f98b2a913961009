package org.watchword.desk.passage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of text with the same marks throughout.
 *
 * @param text the words
 * @param marks why they stand out; empty for plain text
 */
public record Piece(String text, Set<Mark> marks) {

    public Piece {
        EnumSet<Mark> copy = EnumSet.noneOf(Mark.class);
        copy.addAll(marks);
        marks = Collections.unmodifiableSet(copy);
    }

    /** Whether the words stand out beyond being the statement itself. */
    public boolean isMarked() {
        return marks.stream().anyMatch(mark -> mark != Mark.STATEMENT);
    }

    /** The names of the marks for a style sheet: {@code m-flagged m-target}. */
    public String styles() {
        return marks.stream()
                .filter(mark -> mark != Mark.STATEMENT)
                .map(mark -> "m-" + mark.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
