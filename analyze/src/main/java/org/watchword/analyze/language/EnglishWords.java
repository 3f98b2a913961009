package org.watchword.analyze.language;

import java.util.List;
import java.util.Set;
import org.watchword.model.LowerCase;
import org.watchword.model.Span;

/** Words of one English sentence. */
final class EnglishWords {

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");

    private EnglishWords() {}

    static void split(String text, Span sentence, List<Span> into) {
        int i = sentence.start();
        int end = sentence.end();
        while (i < end) {
            char c = text.charAt(i);
            if (Lines.isSpace(c)) {
                i++;
            } else if (isWordPart(text, i)) {
                i = word(text, i, end, into);
            } else {
                int picture = Emoji.end(text, i, end);
                int next = picture > i ? picture : markEnd(text, i, end);
                into.add(new Span(i, next));
                i = next;
            }
        }
    }

    private static int word(String text, int start, int end, List<Span> into) {
        int i = start;
        while (i < end && continues(text, start, i, end)) {
            i += Character.charCount(text.codePointAt(i));
            i = Math.min(i, end);
        }
        if (i < end && text.charAt(i) == '.' && takesPeriod(text, start, i, end)) {
            i++;
        }
        clitics(text, start, i, into);
        return i;
    }

    private static boolean continues(String text, int start, int i, int end) {
        if (isWordPart(text, i)) {
            return true;
        }
        if (i == start || i + 1 >= end || !isWordPart(text, i + 1)) {
            return false;
        }
        char c = text.charAt(i);
        boolean digits = Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
        return switch (c) {
            case '-', '\u2010', '\u2011', '\'', '\u2019', '_', '@', '&' -> true;
            // Signs that stand for letters, or hide them, within a word.
            case '*', '$', '!', '£', '€' ->
                Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
            case '.' -> digits || isDotted(text, i) || isAddress(text, start, i);
            case ',', ':' -> digits;
            case '/' -> isAddress(text, start, i);
            default -> false;
        };
    }

    /** Letters on both sides of the dot stand alone, as in U.N. */
    private static boolean isDotted(String text, int dot) {
        boolean single = dot < 2 || !Character.isLetter(text.charAt(dot - 2));
        boolean follows = dot + 2 >= text.length() || !Character.isLetter(text.charAt(dot + 2));
        return single && follows && Character.isLetter(text.charAt(dot + 1));
    }

    private static boolean isAddress(String text, int start, int dot) {
        // A dot between small letters belongs to a host name or a file name, not to prose.
        return dot - start < 200
                && Character.isLowerCase(text.charAt(dot - 1))
                && Character.isLowerCase(text.charAt(dot + 1));
    }

    private static boolean takesPeriod(String text, int start, int dot, int end) {
        String word = text.substring(start, Math.min(dot, start + 12));
        boolean last = dot + 1 >= end;
        if (word.length() == 1) {
            return !last && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        }
        return word.indexOf('.') > 0 && word.length() <= 7
                || !last && ABBREVIATED.contains(LowerCase.of(word)) && text.charAt(dot + 1) == ' ';
    }

    private static final Set<String> ABBREVIATED = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "col", "maj", "capt", "lt", "sgt", "adm", "sen", "rep", "gov",
            "rev", "hon", "st", "jr", "sr", "inc", "ltd", "co", "corp", "vs", "jan", "feb", "aug", "sept", "oct", "nov",
            "dec", "amb");

    private static void clitics(String text, int start, int end, List<Span> into) {
        int cut = start;
        int length = end - start;
        for (int i = Math.max(start + 1, end - 3); i < end; i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\u2019') {
                String tail = LowerCase.of(text.substring(i + 1, end));
                if (CLITICS.contains(tail)) {
                    cut = i;
                } else if (tail.equals("t") && length > 3 && Character.toLowerCase(text.charAt(i - 1)) == 'n') {
                    cut = i - 1;
                }
                break;
            }
        }
        if (cut > start) {
            into.add(new Span(start, cut));
            into.add(new Span(cut, end));
        } else if (length == 6 && text.regionMatches(true, start, "cannot", 0, 6)) {
            into.add(new Span(start, start + 3));
            into.add(new Span(start + 3, end));
        } else {
            into.add(new Span(start, end));
        }
    }

    private static int markEnd(String text, int start, int end) {
        char c = text.charAt(start);
        if (c == '\'' || c == '`') {
            return start + 1 < end && text.charAt(start + 1) == c ? start + 2 : start + 1;
        }
        if (c == '.' || c == '-' || c == '!' || c == '?') {
            int i = start + 1;
            while (i < end && text.charAt(i) == c) {
                i++;
            }
            return i;
        }
        return Math.min(end, start + Character.charCount(text.codePointAt(start)));
    }

    private static boolean isWordPart(String text, int at) {
        int point = text.codePointAt(at);
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (Character.isLowSurrogate(text.charAt(at))
                        && at > 0
                        && Character.isHighSurrogate(text.charAt(at - 1))
                        && Character.isLetterOrDigit(text.codePointAt(at - 1)));
    }
}
