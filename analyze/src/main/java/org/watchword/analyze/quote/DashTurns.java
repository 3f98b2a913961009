package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.model.LowerCase;
import org.watchword.model.Span;

/**
 * Reads a paragraph of dialogue between dashes: <i>— Мост закрыт, — сказал Орен. — До весны.</i> A dash at its head opens speech, the next
 * one the reporter's words, when a listed verb form stands there, and the one after that speech again.
 */
final class DashTurns {

    private static final Pattern DASH = Pattern.compile(
            "(?<=^|[\\s,.!?\u2026])[\u2014\u2015\u2013]\\s*|\\s[\u2014\u2015\u2013](?=\\p{L})|[\u2014\u2015\u2013](?=[.,;])[.,;]\\s*");
    private static final Pattern AFTER_MARK = Pattern.compile("[,?!\u2026]\\s+([\\p{Ll}\\p{M}]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private final Set<String> forms;

    DashTurns(QuoteLanguage language) {
        forms = language.dashes() ? language.words(WordClass.FORM) : Set.of();
    }

    /** The spoken words of a paragraph; empty when no dash opens it, or no verb in it announces speech. */
    List<QuotedSpan> in(String text, Span paragraph) {
        String words = paragraph.in(text);
        if (forms.isEmpty() || words.isEmpty() || "\u2014\u2015\u2013".indexOf(words.charAt(0)) < 0) {
            return List.of();
        }
        List<QuotedSpan> spoken = new ArrayList<>();
        boolean announced = false;
        boolean aside = false;
        Matcher dash = DASH.matcher(words);
        int from = -1;
        int open = 0;
        while (dash.find()) {
            if (from >= 0) {
                aside = add(paragraph.start(), words, new Piece(open, from, dash.start()), aside, spoken);
                announced |= aside;
            }
            open = dash.start();
            from = dash.end();
        }
        if (from >= 0) {
            announced |= add(paragraph.start(), words, new Piece(open, from, words.length()), aside, spoken);
        }
        return announced ? spoken : List.of();
    }

    private record Piece(int open, int from, int to) {}

    /** Whether the piece is the reporter's; two of the reporter's never follow each other, and the first is speech. */
    private boolean add(int offset, String words, Piece piece, boolean afterAside, List<QuotedSpan> spoken) {
        String inner = words.substring(piece.from(), piece.to());
        if (!afterAside && !spoken.isEmpty() && announces(inner)) {
            return true;
        }
        int end = spokenEnd(words, piece);
        boolean told = end < piece.to();
        while (end > piece.from() && Character.isWhitespace(words.charAt(end - 1))) {
            end--;
        }
        if (end > piece.from()) {
            spoken.add(new QuotedSpan(offset + piece.open(), offset + piece.from(), offset + end, offset + end));
        }
        return told;
    }

    /** In French the reporter's words follow a comma alone: <i>— Le pont est fermé, dit Oren.</i> */
    private int spokenEnd(String words, Piece piece) {
        Matcher word = AFTER_MARK.matcher(words).region(piece.from(), piece.to());
        while (word.find()) {
            if (forms.contains(LowerCase.of(word.group(1)))) {
                return word.start(1);
            }
        }
        return piece.to();
    }

    private boolean announces(String words) {
        Matcher word = WORD.matcher(words);
        for (int i = 0; i < 4 && word.find(); i++) {
            if (forms.contains(LowerCase.of(word.group()))) {
                return true;
            }
        }
        return false;
    }
}
