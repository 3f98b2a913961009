package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * The turns of a transcript in plain text: a name in capitals, or a title and such a name, a colon, and what was said. Where paragraphs
 * open with such a label one after the other and a label comes again, a name need not stand in capitals: <i>Sima Dorn: …</i>. A turn ends
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

    private static final Pattern NAME = Pattern.compile(
            LABEL.pattern()
                    + "|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\\.? )?\\p{Lu}[\\p{L}.'\u2019-]*(?: (?:\\p{Lu}[\\p{L}.'\u2019-]*|of|the|de|von|van)){0,4}(?: \\([^)\n]{1,30}\\))?");

    private Transcript() {}

    static List<Turn> turns(String text, List<Span> paragraphs) {
        List<Turn> strict = turns(text, paragraphs, LABEL);
        long capitals =
                strict.stream().filter(turn -> turn.label().length() > 1).count();
        if (capitals >= FEWEST_TURNS) {
            return strict;
        }
        // A headline "Oren: Gate shut" is no turn, though its paragraph opens like one.
        List<Span> body = paragraphs.isEmpty() ? paragraphs : paragraphs.subList(1, paragraphs.size());
        List<Turn> all = turns(text, paragraphs, NAME);
        List<Turn> named = isRepeated(text, all) ? all : turns(text, body, NAME);
        if (isDialogue(text, named, paragraphs)) {
            return named;
        }
        return isDateline(strict, paragraphs) ? List.of() : strict;
    }

    /** "KESSIM: The gate was shut …": a place in capitals heads a news item of several paragraphs, of which none else has a label. */
    private static boolean isDateline(List<Turn> turns, List<Span> paragraphs) {
        return turns.size() == 1
                && paragraphs.size() >= FEWEST_TURNS
                && turns.get(0).label().length() > 1
                && turns.get(0).label().start() == paragraphs.get(0).start();
    }

    /** Whether the first label comes again. */
    private static boolean isRepeated(String text, List<Turn> turns) {
        return turns.stream()
                        .filter(turn -> turn.label()
                                .in(text)
                                .equals(turns.get(0).label().in(text)))
                        .count()
                > 1;
    }

    /** Whether labels come again and open most paragraphs from the first to the last. */
    private static boolean isDialogue(String text, List<Turn> turns, List<Span> paragraphs) {
        if (turns.size() < FEWEST_TURNS) {
            return false;
        }
        long labels =
                turns.stream().map(turn -> turn.label().in(text)).distinct().count();
        int first = turns.get(0).label().start();
        int last = turns.get(turns.size() - 1).label().start();
        long between = paragraphs.stream()
                .filter(p -> p.end() > first && p.start() <= last)
                .count();
        return labels > 1 && labels < turns.size() && 2L * turns.size() > between && isSpeech(text, turns);
    }

    /** "Producer: Ada Renn", "Label: Harbour Records": where most turns end without a stop, they are a list. */
    private static boolean isSpeech(String text, List<Turn> turns) {
        long ended = turns.stream()
                .filter(turn -> !Character.isLetterOrDigit(
                        text.codePointBefore(turn.content().end())))
                .count();
        return 2 * ended >= turns.size();
    }

    private static List<Turn> turns(String text, List<Span> paragraphs, Pattern label) {
        List<Turn> opened = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Turn turn = opening(text, paragraphs.get(i), label);
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

    private static @Nullable Turn opening(String text, Span paragraph, Pattern label) {
        int head = paragraph.start();
        // Transcripts quoted in an article carry a repeated opening mark before the name.
        while (head < paragraph.end() && (text.charAt(head) == '"' || text.charAt(head) == '\u201C')) {
            head++;
        }
        int colon = text.indexOf(':', head);
        if (colon <= head || colon >= paragraph.end() - 1 || colon - head > LONGEST_LABEL) {
            return null;
        }
        Matcher name = label.matcher(text).region(head, colon);
        int from = colon + 1;
        while (from < paragraph.end() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return name.matches()
                        && from < paragraph.end()
                        && !HEADINGS.contains(name.group().toUpperCase(Locale.ROOT))
                ? new Turn(new Span(head, colon), colon, new Span(from, paragraph.end()))
                : null;
    }
}
