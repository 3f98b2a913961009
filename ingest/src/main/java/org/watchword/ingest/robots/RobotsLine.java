package org.watchword.ingest.robots;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.watchword.model.LowerCase;

/**
 * One line of a robots.txt: {@code field: value}.
 *
 * @param value without blanks at the ends, comment removed; one character per octet
 * @param number from 1
 */
record RobotsLine(Field field, String value, int number) {

    /** As in Google's parser: eight addresses of the greatest length that browsers once took. */
    private static final int MOST_OCTETS = 2083 * 8 - 1;

    private static final Set<String> USER_AGENT =
            Set.of("user-agent", "useragent", "user agent", "user-agents", "user-agnet", "useg-agent", "ser-agent");
    private static final Set<String> DISALLOW =
            Set.of("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw", "desallow");

    enum Field {
        USER_AGENT,
        ALLOW,
        DISALLOW,
        CRAWL_DELAY,
        OTHER
    }

    /** Every line that has a field, in order. Octets become characters one to one, whatever the encoding is. */
    static void read(byte[] file, Consumer<RobotsLine> to) {
        String text = octets(file);
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            number++;
            of(text.substring(start, Math.min(end, start + MOST_OCTETS)), number, to);
            boolean pair = text.startsWith("\r\n", end);
            start = end + (pair ? 2 : 1);
        }
    }

    private static void of(String line, int number, Consumer<RobotsLine> to) {
        int comment = line.indexOf('#');
        String said = (comment < 0 ? line : line.substring(0, comment)).strip();
        int colon = said.indexOf(':');
        if (colon > 0) {
            to.accept(new RobotsLine(
                    field(said.substring(0, colon)), said.substring(colon + 1).strip(), number));
            return;
        }
        String[] words = said.split("[ \t]+");
        if (words.length == 2) {
            to.accept(new RobotsLine(field(words[0]), words[1], number));
        }
    }

    private static Field field(String name) {
        String key = LowerCase.of(name.strip());
        if (USER_AGENT.contains(key)) {
            return Field.USER_AGENT;
        }
        if (DISALLOW.contains(key)) {
            return Field.DISALLOW;
        }
        return switch (key) {
            case "allow" -> Field.ALLOW;
            case "crawl-delay", "crawldelay" -> Field.CRAWL_DELAY;
            default -> Field.OTHER;
        };
    }

    /** Without the byte order mark; UTF-16, which some editors write, as UTF-8. */
    private static String octets(byte[] file) {
        if (starts(file, 0xFE, 0xFF)) {
            return recoded(file, StandardCharsets.UTF_16BE);
        }
        if (starts(file, 0xFF, 0xFE)) {
            return recoded(file, StandardCharsets.UTF_16LE);
        }
        int from = starts(file, 0xEF, 0xBB, 0xBF) ? 3 : starts(file, 0xEF, 0xBB) ? 2 : starts(file, 0xEF) ? 1 : 0;
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
    }

    private static String recoded(byte[] file, Charset from) {
        byte[] utf8 = new String(file, 2, file.length - 2, from).getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] file, int... with) {
        if (file.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((file[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
