package org.watchword.ingest.extract;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The day of publication that a page hands to its own scripts, for counting readers and the like: {@code "publicationDate":"2026-05-03"}.
 * Where such fields give more than one day, they speak of other articles too, and none is taken.
 */
final class ScriptDates {

    private static final Pattern FIELD = Pattern.compile(
            "(?i)[\"']?(?<![a-z])(?:(?:article|page|content|post|story|news|first)[_-]?)?(?:publish(?:ed)?|publication|pub|display)[_-]?(?:date|at|time|datetime|on)(?:[_-]?time)?[\"']?\\s*[:=]\\s*[\"']([^\"'<>]{6,45})[\"']");

    /** UTF-16 units of scripts that are read on one page. */
    private static final int MOST_CHARS = 2 * 1024 * 1024;

    private ScriptDates() {}

    /** @param reader of a field's value */
    static @Nullable PageDate published(Document page, Function<String, @Nullable PageDate> reader) {
        PageDate first = null;
        LocalDate day = null;
        int left = MOST_CHARS;
        for (Element script : page.getElementsByTag("script")) {
            String source = script.data();
            left -= source.length();
            if (left < 0) {
                break;
            }
            Matcher m = FIELD.matcher(source);
            while (m.find()) {
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
}
