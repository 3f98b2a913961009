package org.watchword.analyze.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.model.LowerCase;
import org.watchword.model.Span;

/**
 * English sentences and words by rule: the words are those of the Universal Dependencies treebanks (clitics apart, marks apart), save
 * that a hyphenated compound stays one word.
 */
public final class EnglishSegmenter implements Segmenter {

    /** Never the last word of a sentence: a name or a number follows. */
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "col", "maj", "capt", "cpt", "lt", "sgt", "cpl", "pvt", "adm",
            "cmdr", "sen", "rep", "gov", "pres", "rev", "fr", "hon", "st", "mt", "ft", "messrs", "amb", "supt", "insp",
            "det", "sec", "no", "nos", "vs", "v", "cf", "e.g", "i.e", "fig", "pp", "vol", "art", "para", "op",
            "lt.-gen", "brig", "msgr", "bros", "asst", "atty", "dist", "approx", "ca", "al");

    /** May end a sentence, and do so only when the next word is no name's continuation. */
    private static final Set<String> OTHERS = Set.of(
            "u.s", "u.n", "u.k", "e.u", "u.a.e", "d.c", "a.m", "p.m", "jr", "sr", "inc", "ltd", "co", "corp", "etc",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ph.d", "m.d", "b.a",
            "m.a", "dept");

    private static final Set<String> STARTERS = Set.of(
            "the", "he", "she", "it", "they", "we", "i", "in", "on", "at", "but", "and", "this", "that", "these",
            "those", "his", "her", "their", "our", "a", "an", "if", "when", "while", "after", "before", "as", "there",
            "what", "who", "so", "however", "for", "with", "to", "no", "yes", "not", "you", "my", "some", "many", "by",
            "from", "since");

    @Override
    public List<Span> sentences(String text) {
        List<Span> found = new ArrayList<>();
        for (Span line : Lines.of(text)) {
            int start = line.start();
            int i = line.start();
            while (i < line.end()) {
                if (!isStop(text.charAt(i))) {
                    i++;
                    continue;
                }
                int stop = i;
                while (i < line.end() && isStop(text.charAt(i))) {
                    i++;
                }
                int after = i;
                while (after < line.end() && isCloser(text, after, line.end())) {
                    after++;
                }
                if (after < line.end() && endsHere(text, line, start, stop, i, after)) {
                    Lines.addTrimmed(text, start, after, found);
                    start = after;
                }
                i = Math.max(i, after);
            }
            Lines.addTrimmed(text, start, line.end(), found);
        }
        return found;
    }

    private static boolean endsHere(String text, Span line, int start, int stop, int stopEnd, int after) {
        if (!Lines.isSpace(text.charAt(after))) {
            return false;
        }
        int next = after;
        while (next < line.end() && Lines.isSpace(text.charAt(next))) {
            next++;
        }
        int letter = next;
        while (letter < line.end() && isOpener(text.charAt(letter))) {
            letter++;
        }
        if (letter >= line.end()) {
            return letter > next;
        }
        int first = text.codePointAt(letter);
        if (Character.isLowerCase(first) || isMidSentenceMark(text.charAt(next))) {
            return false;
        }
        if (text.charAt(stop) != '.' || stopEnd - stop > 1) {
            // An exclamation or question inside a quotation goes on when its announcement follows, which starts in
            // lower case.
            return true;
        }
        String word = wordBefore(text, start, stop);
        if (after > stopEnd && word.length() > 1) {
            return !TITLES.contains(LowerCase.of(word));
        }
        return !isAbbreviation(word, text, letter, line.end());
    }

    private static boolean isAbbreviation(String word, String text, int next, int end) {
        String lower = LowerCase.of(word);
        if (TITLES.contains(lower)) {
            // "No." is a number sign only before a number, and "v." a versus only in lower case.
            return !lower.startsWith("no") || Character.isDigit(text.charAt(next));
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        boolean dotted = OTHERS.contains(lower) || (word.length() >= 3 && word.charAt(word.length() - 2) == '.');
        if (!initial && !dotted) {
            return false;
        }
        int to = next;
        while (to < end && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return !STARTERS.contains(LowerCase.of(text.substring(next, to)));
    }

    private static String wordBefore(String text, int start, int stop) {
        int from = stop;
        while (from > start && stop - from < 12 && isAbbreviationPart(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, stop);
    }

    private static boolean isAbbreviationPart(char c) {
        return Character.isLetter(c) || c == '.' || c == '-';
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u203D';
    }

    private static boolean isMidSentenceMark(char c) {
        return c == ',' || c == ';' || c == ':' || c == '\u2013' || c == '\u2014' || c == '-';
    }

    private static boolean isCloser(String text, int at, int end) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            // A straight mark closes unless it stands at the head of the next word.
            return at + 1 >= end
                    || !Character.isLetterOrDigit(text.charAt(at + 1))
                    || (at > 0 && !Lines.isSpace(text.charAt(at - 1)) && Lines.isSpace(text.charAt(at + 1)));
        }
        return c == '\u201D' || c == '\u2019' || c == '\u00BB' || c == ')' || c == ']';
    }

    private static boolean isOpener(char c) {
        return c == '"'
                || c == '\''
                || c == '\u201C'
                || c == '\u2018'
                || c == '\u00AB'
                || c == '('
                || c == '['
                || c == '`';
    }

    @Override
    public List<Span> words(String text, Span sentence) {
        List<Span> found = new ArrayList<>();
        EnglishWords.split(text, sentence, found);
        return found;
    }
}
