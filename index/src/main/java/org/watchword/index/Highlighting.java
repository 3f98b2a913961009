package org.watchword.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.model.Span;

/**
 * Turns the server's highlighted text back into spans. The markers are private-use characters, which are left out when they stand in
 * the text itself.
 */
final class Highlighting {

    static final String OPEN = "\uE000";
    static final String CLOSE = "\uE001";

    private Highlighting() {}

    /** Spans in {@code text}; none when the highlighted text is not the same text. */
    static List<Span> spans(String text, Map<String, List<String>> highlighted) {
        for (List<String> fragments : highlighted.values()) {
            if (!fragments.isEmpty()) {
                return spans(text, fragments.get(0));
            }
        }
        return List.of();
    }

    /** Marked words of a longer text, without their marks. */
    static DocumentHit.Passage passage(String marked) {
        String text = marked.replace(OPEN, "").replace(CLOSE, "");
        return new DocumentHit.Passage(text, spans(text, marked));
    }

    private static List<Span> spans(String text, String marked) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        int start = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            boolean inText = at < text.length() && text.charAt(at) == c;
            if (c == OPEN.charAt(0) && start < 0 && !inText) {
                start = at;
            } else if (c == CLOSE.charAt(0) && start >= 0 && !inText) {
                spans.add(new Span(start, at));
                start = -1;
            } else if (inText) {
                at++;
            } else {
                return List.of();
            }
        }
        return spans;
    }
}
