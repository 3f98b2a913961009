package org.watchword.app.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * The message and the values named with it, on one line: control characters, line and paragraph separators and marks that turn the reading
 * direction become U+FFFD, as they may come from a page, a server or a key in a topic.
 */
public final class OneLine extends ClassicConverter {

    private static final String UNSAFE = "[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]";

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(safe(event.getFormattedMessage()));
        List<KeyValuePair> values = event.getKeyValuePairs();
        if (values != null) {
            values.forEach(pair -> line.append(' ')
                    .append(safe(pair.key))
                    .append('=')
                    .append(quoted(safe(String.valueOf(pair.value)))));
        }
        event.getMDCPropertyMap().forEach((key, value) -> {
            if (!value.isEmpty()) {
                line.append(' ').append(safe(key)).append('=').append(quoted(safe(value)));
            }
        });
        return line.toString();
    }

    static String safe(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "null" : text.replaceAll(UNSAFE, "\uFFFD");
    }

    /** A value with a space in it must not look like two. */
    private static String quoted(String value) {
        return value.matches("[^\\s\"=]+") ? value : '"' + value.replace("\"", "'") + '"';
    }
}
