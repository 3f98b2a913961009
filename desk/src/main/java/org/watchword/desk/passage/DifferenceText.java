package org.watchword.desk.passage;

import java.util.ArrayList;
import java.util.List;
import org.watchword.model.Edit;

/** The difference of two texts, made readable: what was removed and added, with a little of what stayed around it. */
public final class DifferenceText {

    /** Units of unchanged text kept on either side of an edit. */
    public static final int REACH = 160;

    private DifferenceText() {}

    /** What became of a stretch of text. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED,
        /** Unchanged text that is left out here. */
        SKIPPED
    }

    /** A stretch of text; empty when it is left out. */
    public record Part(Change change, String text) {}

    /**
     * The parts in order.
     *
     * @param later the text the edits led to
     * @return empty when the edits are not of this text
     */
    public static List<Part> of(String later, List<Edit> edits) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.toStart() < at
                    || edit.toEnd() > later.length()
                    || !edit.to().in(later).equals(edit.added())) {
                return List.of();
            }
            same(parts, later, at, edit.toStart(), at > 0, true);
            add(parts, Change.REMOVED, edit.removed());
            // Two words would run into one: the space stands in the earlier text only.
            if (!edit.removed().isEmpty() && !edit.added().isEmpty()) {
                parts.add(new Part(Change.SAME, " "));
            } else if (edit.added().isEmpty() && edit.toStart() > 0) {
                parts.add(parts.size() - 1, new Part(Change.SAME, " "));
            }
            add(parts, Change.ADDED, edit.added());
            at = edit.toEnd();
        }
        same(parts, later, at, later.length(), true, false);
        return List.copyOf(parts);
    }

    private static void same(List<Part> parts, String text, int from, int to, boolean afterEdit, boolean beforeEdit) {
        int head = afterEdit ? Math.min(to, from + REACH) : from;
        int tail = beforeEdit ? Math.max(from, to - REACH) : to;
        if (head >= tail) {
            add(parts, Change.SAME, text.substring(from, to));
            return;
        }
        add(parts, Change.SAME, text.substring(from, boundary(text, from, head, -1)));
        parts.add(new Part(Change.SKIPPED, ""));
        add(parts, Change.SAME, text.substring(boundary(text, tail, to, 1), to));
    }

    /** The end of a word at or before {@code to}, or the start of one at or after {@code from}; never within a surrogate pair. */
    private static int boundary(String text, int from, int to, int step) {
        int start = step > 0 ? from : to;
        for (int i = start; i > from - 1 && i < to + 1 && i > 0 && i < text.length(); i += step) {
            if (Character.isWhitespace(text.charAt(step > 0 ? i - 1 : i))) {
                return i;
            }
        }
        boolean splits = start > 0
                && start < text.length()
                && Character.isLowSurrogate(text.charAt(start))
                && Character.isHighSurrogate(text.charAt(start - 1));
        return splits ? start - step : start;
    }

    private static void add(List<Part> parts, Change change, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(change, text));
        }
    }
}
