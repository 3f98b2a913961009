package org.watchword.bench.discovery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case of the feedparser suite says of its first entry, out of an expression in Python: {@code entries[0]['title'] == 'x'}. Only
 * plain comparisons of title, link and dates are understood.
 *
 * @param field {@code title}, {@code link}, {@code published_parsed} or {@code updated_parsed}
 * @param value a string, or an instant in ISO 8601
 */
record FeedExpectation(String field, String value) {

    private static final Pattern STRING =
            Pattern.compile("entries\\[0\\]\\['(title|link)'\\] == u?('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern DATE = Pattern.compile(
            "entries\\[0\\]\\['(published_parsed|updated_parsed)'\\] == \\((\\d+), (\\d+), (\\d+), (\\d+), (\\d+), (\\d+)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)");

    static List<FeedExpectation> in(String expression) {
        List<FeedExpectation> found = new ArrayList<>();
        Matcher string = STRING.matcher(expression);
        while (string.find()) {
            String quoted = string.group(2);
            found.add(new FeedExpectation(string.group(1), unescaped(quoted.substring(1, quoted.length() - 1))));
        }
        Matcher date = DATE.matcher(expression);
        while (date.find()) {
            try {
                Instant at = LocalDateTime.of(
                                number(date, 2),
                                number(date, 3),
                                number(date, 4),
                                number(date, 5),
                                number(date, 6),
                                number(date, 7))
                        .toInstant(ZoneOffset.UTC);
                found.add(new FeedExpectation(date.group(1), at.toString()));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return found;
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static String unescaped(String written) {
        return ESCAPE.matcher(written).replaceAll(m -> {
            String escape = m.group(1);
            char kind = escape.charAt(0);
            String meant = kind == 'u' || kind == 'x' && escape.length() > 1
                    ? String.valueOf((char) Integer.parseInt(escape.substring(1), 16))
                    : kind == 'n' ? "\n" : kind == 't' ? "\t" : escape;
            return Matcher.quoteReplacement(meant);
        });
    }
}
