package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A long list of words or phrases, looked for where words begin. A regular expression of two hundred alternatives tries each of them at
 * every place; here only those are tried that begin with the two letters found there.
 */
final class Alternatives {

    private static final int KEY = 2;

    private static final int LETTERS = 26;

    /** By the two letters from a to z that a word begins with. */
    private final @Nullable Pattern[] byLetters = new Pattern[LETTERS * LETTERS];

    /** For all other beginnings, of two letters and of one. */
    private final Map<String, Pattern> byBeginning = new HashMap<>();

    private final @Nullable Pattern others;

    private Alternatives(List<String> alternatives, String end) {
        Set<String> beginnings = new TreeSet<>();
        alternatives.forEach(one -> {
            String beginning = beginning(one);
            beginnings.add(beginning);
            beginnings.add(beginning.substring(0, Math.min(1, beginning.length())));
        });
        for (String beginning : beginnings) {
            Pattern pattern = pattern(alternatives, beginning, end);
            if (pattern != null) {
                byBeginning.put(beginning, pattern);
            }
        }
        others = pattern(alternatives, "", end);
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                Pattern exact = byBeginning.get("" + first + second);
                byLetters[key(first, second)] = exact != null ? exact : byBeginning.getOrDefault("" + first, others);
            }
        }
    }

    /** @param pattern alternatives of a regular expression for lower-case words with one space between them, without a group around them */
    static Alternatives ofWords(String pattern) {
        return new Alternatives(split(pattern), "(?= |$)");
    }

    /** @param pattern likewise, for running text in lower case; a phrase may end inside a word */
    static Alternatives ofPhrases(String pattern) {
        return new Alternatives(split(pattern), "");
    }

    /** Whether one of them stands at the beginning of a word. */
    boolean isIn(String text) {
        Matcher m = null;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!inside && c != ' ') {
                Pattern pattern = at(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
                if (pattern != null) {
                    m = m == null ? pattern.matcher(text).useTransparentBounds(true) : m.usePattern(pattern);
                    if (m.region(i, text.length()).lookingAt()) {
                        return true;
                    }
                }
            }
            inside = c < 0x80
                    ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                    : Character.isLetter(text.codePointBefore(i + 1));
        }
        return false;
    }

    private @Nullable Pattern at(char first, char second) {
        if (isPlain(first) && isPlain(second)) {
            return byLetters[key(first, second)];
        }
        Pattern exact = byBeginning.get("" + first + second);
        return exact != null ? exact : byBeginning.getOrDefault(String.valueOf(first), others);
    }

    private static int key(char first, char second) {
        return (first - 'a') * LETTERS + second - 'a';
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Of those that may begin so: with these letters, or with fewer that are known. */
    private static @Nullable Pattern pattern(List<String> alternatives, String beginning, String end) {
        List<String> mine = alternatives.stream()
                .filter(one -> beginning.startsWith(beginning(one)))
                .toList();
        return mine.isEmpty() ? null : Pattern.compile("(?:" + String.join("|", mine) + ")" + end);
    }

    /** The letters that an alternative surely begins with, two at most. */
    private static String beginning(String alternative) {
        int sure = 0;
        while (sure < KEY
                && sure < alternative.length()
                && Character.isLetter(alternative.charAt(sure))
                && (sure + 1 == alternative.length() || "?*{".indexOf(alternative.charAt(sure + 1)) < 0)) {
            sure++;
        }
        return alternative.substring(0, sure);
    }

    /** At the bars that stand in no group; a group that an alternative opens with is written out. */
    private static List<String> split(String pattern) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= pattern.length(); i = next(pattern, i)) {
            if (i == pattern.length() || pattern.charAt(i) == '|') {
                out.addAll(writtenOut(pattern.substring(from, i)));
                from = i + 1;
            }
        }
        return out;
    }

    private static List<String> writtenOut(String alternative) {
        int end = alternative.startsWith("(?:") ? next(alternative, 0) : 0;
        boolean plain = end > 0 && (end == alternative.length() || "?*+{".indexOf(alternative.charAt(end)) < 0);
        if (!plain) {
            return List.of(alternative);
        }
        String rest = alternative.substring(end);
        return split(alternative.substring(3, end - 1)).stream()
                .map(one -> one + rest)
                .toList();
    }

    /** Behind the character, escape, class or group that begins at the place. */
    private static int next(String pattern, int at) {
        if (at == pattern.length()) {
            return at + 1;
        }
        return switch (pattern.charAt(at)) {
            case '\\' -> at + 2;
            case '[' -> pattern.indexOf(']', at) + 1;
            case '(' -> {
                int i = at + 1;
                while (pattern.charAt(i) != ')') {
                    i = next(pattern, i);
                }
                yield i + 1;
            }
            default -> at + 1;
        };
    }
}
