package org.watchword.analyze.quote;

import java.util.Set;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** Tells the title of a book, a broadcast or a painting, and a nickname, between quotation marks from what somebody said. Immutable. */
final class Titles {

    private static final int LONGEST = 14;

    /** Words of up to this length are written small within a title: "of", "with". */
    private static final int SMALL = 4;

    private final Set<String> works;

    Titles(QuoteLanguage language) {
        works = language.words(WordClass.WORK);
    }

    /**
     * Whether the quoted words are a title: capitals at the head of their words, right behind the name of a kind of work ("her novel,
     * “…”") or behind whoever broadcasts or publishes it ("the Post's “Morning at Sea”").
     */
    boolean isTitle(String text, QuotedSpan quoted) {
        int at = quoted.open();
        while (at > 0 && (isSpace(text.charAt(at - 1)) || text.charAt(at - 1) == ',')) {
            at--;
        }
        if (at == 0 || works.isEmpty()) {
            return false;
        }
        String before = wordBefore(text, at);
        if (before.equals("of") && at > 3) {
            before = wordBefore(text, at - 3);
        }
        boolean owned = before.endsWith("'s") && text.charAt(at - 1) != ',';
        return (owned || works.contains(before)) && isCapitalised(text, quoted, owned ? 2 : 1);
    }

    /** "Mara “Mimi” Vale": a word or two with capitals, within a name. */
    static boolean isNickname(String text, QuotedSpan quoted) {
        int before = quoted.open() - 1;
        int after = quoted.close();
        if (before < 1 || text.charAt(before) != ' ' || after + 1 >= text.length() || text.charAt(after) != ' ') {
            return false;
        }
        int from = text.lastIndexOf(' ', before - 1) + 1;
        String inner = text.substring(quoted.start(), quoted.end());
        return Character.isUpperCase(text.charAt(from))
                && Character.isLetter(text.charAt(before - 1))
                && Character.isUpperCase(text.charAt(after + 1))
                && inner.length() < 20
                && isName(inner);
    }

    /** “The Boats of Oste”, “All Bets Are Off.”: alone in its passage, a few words with capitals and no shout. */
    static boolean isHeading(Passage p, int from, int to) {
        if (from > 0 || to < p.size() || to > LONGEST) {
            return false;
        }
        int capitals = 0;
        boolean first = true;
        for (int i = from; i < to; i++) {
            Token t = p.token(i);
            if (p.isMark(i, "!") || p.isMark(i, "?") || p.isMark(i, ",")) {
                return false;
            }
            if (t.is("PUNCT") || !Character.isLetter(t.surface().codePointAt(0))) {
                continue;
            }
            boolean capital = Character.isUpperCase(t.surface().codePointAt(0));
            if (!capital && (first || t.surface().length() > SMALL)) {
                return false;
            }
            capitals += capital ? 1 : 0;
            first = false;
        }
        return capitals > 2;
    }

    private static boolean isName(String words) {
        for (String word : words.split(" ")) {
            if (word.isEmpty()
                    || !Character.isUpperCase(word.charAt(0))
                    || !Character.isLetter(word.charAt(word.length() - 1))) {
                return false;
            }
        }
        return words.indexOf(' ') == words.lastIndexOf(' ');
    }

    private static String wordBefore(String text, int end) {
        int from = end;
        while (from > 0 && (Character.isLetter(text.charAt(from - 1)) || isJoint(text.charAt(from - 1)))) {
            from--;
        }
        return LowerCase.of(text.substring(from, end)).replace('\u2019', '\'');
    }

    private static boolean isJoint(char c) {
        return c == '\'' || c == '\u2019' || c == '-';
    }

    private static boolean isCapitalised(String text, QuotedSpan quoted, int fewest) {
        String[] words = text.substring(quoted.start(), quoted.end()).strip().split("\\s+");
        if (words.length < fewest || words.length > LONGEST) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            int first = words[i].isEmpty() ? ' ' : words[i].codePointAt(0);
            boolean small = i > 0 && i + 1 < words.length && words[i].length() <= SMALL;
            if (Character.isLowerCase(first) && !small) {
                return false;
            }
        }
        return !words[0].isEmpty();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
