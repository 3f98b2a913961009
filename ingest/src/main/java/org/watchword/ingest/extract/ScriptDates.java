package org.watchword.ingest.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The day of publication that a page hands to its own scripts, for counting readers and the like: {@code "publicationDate":"2026-05-03"}.
 * Where such fields give more than one day, they speak of other articles too, and none is taken.
 */
final class ScriptDates {

    private static final Pattern FIELD = Pattern.compile(
            "(?i)(?:publish(?:ed)?|publication|pub|display)[_-]?(?:date|at|time|datetime|on)(?:[_-]?time)?[\"']?\\s*[:=]\\s*[\"']([^\"'<>]{6,45})[\"']");

    private static final List<String> BEFORE = List.of("article", "page", "content", "post", "story", "news", "first");

    /** UTF-16 units of scripts that are read on one page. */
    private static final int MOST_CHARS = 2 * 1024 * 1024;

    private ScriptDates() {}

    /** @param reader of a field's value */
    static @Nullable PageDate published(PageElements page, Function<String, @Nullable PageDate> reader) {
        PageDate first = null;
        LocalDate day = null;
        int left = MOST_CHARS;
        for (Element script : page.tagged("script")) {
            String source = Subtree.data(script);
            left -= source.length();
            if (left < 0) {
                break;
            }
            Matcher m = FIELD.matcher(source);
            for (int at = next(source, 0); at >= 0; at = next(source, at + 1)) {
                if (!m.region(at, source.length()).lookingAt() || !opensName(source, at)) {
                    continue;
                }
                at = m.end() - 1;
                PageDate found = reader.apply(m.group(1));
                if (found != null && day != null && !found.day().equals(day)) {
                    return null;
                }
                first = first != null ? first : found;
                day = first == null ? null : first.day();
            }
        }
        return first;
    }

    /** Where a field may begin: a pattern that is tried at every letter of every script takes half of the time of a page. */
    private static int next(String source, int from) {
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (((c == 'p' || c == 'P') && source.regionMatches(true, i, "pub", 0, 3))
                    || ((c == 'd' || c == 'D') && source.regionMatches(true, i, "display", 0, 7))) {
                return i;
            }
        }
        return -1;
    }

    /** Nothing before it, or a word for the page. */
    private static boolean opensName(String source, int at) {
        if (!isLetterBefore(source, at)) {
            return true;
        }
        return BEFORE.stream().anyMatch(word -> isAfter(source, at, word));
    }

    private static boolean isAfter(String source, int at, String word) {
        boolean joint = source.charAt(at - 1) == '_' || source.charAt(at - 1) == '-';
        int from = at - word.length() - (joint ? 1 : 0);
        return from >= 0 && source.regionMatches(true, from, word, 0, word.length()) && !isLetterBefore(source, from);
    }

    private static boolean isLetterBefore(String source, int at) {
        char before = at == 0 ? ' ' : Character.toLowerCase(source.charAt(at - 1));
        return before >= 'a' && before <= 'z';
    }
}
