package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * The turns of a transcript in plain text: a name in capitals, or a title and such a name, a colon, and what was said. A turn ends
 * with its paragraph; where most paragraphs after the first label are turns, the ones without a label go on with the last.
 */
final class Transcript {

    /** One turn. @param label the words before the colon; @param colon its offset; @param content what was said */
    record Turn(Span label, int colon, Span content) {}

    private static final int LONGEST_LABEL = 60;
    private static final int FEWEST_TURNS = 3;
    private static final Set<String> HEADINGS = Set.of(
            "CLARIFICATION",
            "CORRECTION",
            "UPDATE",
            "UPDATED",
            "NOTE",
            "EDITOR'S NOTE",
            "BREAKING",
            "WATCH",
            "READ",
            "MORE",
            "RELATED",
            "PHOTOS",
            "PHOTO",
            "VIDEO",
            "LIVE",
            "OPINION",
            "ANALYSIS",
            "EXCLUSIVE",
            "READ MORE",
            "SEE ALSO",
            "WARNING",
            "TRANSCRIPT",
            "SOURCE",
            "TIMELINE",
            "FACT CHECK",
            "EXPLAINER",
            "ALSO READ",
            "TIP",
            "PS",
            "P.S.",
            "FAQ",
            "CONTACT");
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\\.? )?\\p{Lu}[\\p{Lu}.'\u2019-]+(?: \\p{Lu}[\\p{Lu}.'\u2019-]*){0,4}(?: \\([^)\n]{1,30}\\))?|Q|A");

    private Transcript() {}

    static List<Turn> turns(String text, List<Span> paragraphs) {
        List<Turn> opened = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Turn turn = opening(text, paragraphs.get(i));
            if (turn != null) {
                opened.add(turn);
                at.add(i);
            }
        }
        if (opened.size() < FEWEST_TURNS || opened.size() * 3 < at.get(at.size() - 1) - at.get(0)) {
            return opened;
        }
        List<Turn> turns = new ArrayList<>();
        for (int t = 0; t < opened.size(); t++) {
            Turn turn = opened.get(t);
            int last = t + 1 < opened.size() ? at.get(t + 1) - 1 : at.get(t);
            turns.add(new Turn(
                    turn.label(),
                    turn.colon(),
                    new Span(turn.content().start(), paragraphs.get(last).end())));
        }
        return turns;
    }

    private static @Nullable Turn opening(String text, Span paragraph) {
        int head = paragraph.start();
        // Transcripts quoted in an article carry a repeated opening mark before the name.
        while (head < paragraph.end() && (text.charAt(head) == '"' || text.charAt(head) == '\u201C')) {
            head++;
        }
        int colon = text.indexOf(':', head);
        if (colon <= head || colon >= paragraph.end() - 1 || colon - head > LONGEST_LABEL) {
            return null;
        }
        Matcher name = LABEL.matcher(text).region(head, colon);
        int from = colon + 1;
        while (from < paragraph.end() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return name.matches() && from < paragraph.end() && !HEADINGS.contains(name.group())
                ? new Turn(new Span(head, colon), colon, new Span(from, paragraph.end()))
                : null;
    }
}
