package org.watchword.desk.passage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Span;

/**
 * A text and what is marked in it. Spans may overlap; what runs past the text is cut off, and no cut falls within a surrogate pair,
 * so that any input gives text that can be shown. Not thread-safe.
 */
public final class MarkedText {

    private final String text;
    private final TreeMap<Integer, Map<Mark, Integer>> changes = new TreeMap<>();

    public MarkedText(String text) {
        this.text = text;
    }

    /** Marks the units of {@code span} that lie within the text. */
    public MarkedText mark(Mark mark, Span span) {
        return mark(mark, span, 0);
    }

    /** Marks a span whose offsets count from {@code origin} units before this text; such as a document's, within one statement. */
    public MarkedText mark(Mark mark, Span span, int origin) {
        int start = boundary(span.start() - origin, false);
        int end = boundary(span.end() - origin, true);
        if (start < end) {
            change(start, mark, 1);
            change(end, mark, -1);
        }
        return this;
    }

    /** Marks the words and targets of flags, whose offsets count from {@code origin} units before this text. */
    public MarkedText markFlags(List<Flag> flags, int origin) {
        for (Flag flag : flags) {
            mark(mark(flag.status()), flag.span(), origin);
            var target = flag.target();
            if (target != null) {
                mark(Mark.TARGET, target.span(), origin);
            }
        }
        return this;
    }

    private static Mark mark(FlagStatus status) {
        return switch (status) {
            case FLAGGED -> Mark.FLAGGED;
            case CONTEXT -> Mark.CONTEXT;
            case CANDIDATE -> Mark.CANDIDATE;
        };
    }

    /** The text from first to last unit, cut wherever the marks change. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        EnumMap<Mark, Integer> open = new EnumMap<>(Mark.class);
        int from = 0;
        for (Map.Entry<Integer, Map<Mark, Integer>> change : changes.entrySet()) {
            int to = change.getKey();
            add(pieces, from, to, open);
            change.getValue().forEach((mark, by) -> open.merge(mark, by, Integer::sum));
            from = to;
        }
        add(pieces, from, text.length(), open);
        return List.copyOf(pieces);
    }

    private void add(List<Piece> pieces, int from, int to, Map<Mark, Integer> open) {
        if (from < to) {
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            open.forEach((mark, depth) -> {
                if (depth > 0) {
                    marks.add(mark);
                }
            });
            pieces.add(new Piece(text.substring(from, to), marks));
        }
    }

    private void change(int at, Mark mark, int by) {
        changes.computeIfAbsent(at, offset -> new EnumMap<>(Mark.class)).merge(mark, by, Integer::sum);
    }

    private int boundary(int offset, boolean outwardIsRight) {
        int within = Math.max(0, Math.min(text.length(), offset));
        boolean splits = within > 0
                && within < text.length()
                && Character.isHighSurrogate(text.charAt(within - 1))
                && Character.isLowSurrogate(text.charAt(within));
        return splits ? within + (outwardIsRight ? 1 : -1) : within;
    }
}
