package org.watchword.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.watchword.app.config.LogsConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunLogTest {

    private static final String FORGED = "\n2026-01-01T00:00:00.000Z ERROR o.watchword.trail - forged";
    private final LoggerContext context = new LoggerContext();

    {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void nothingThatIsLoggedCanForgeAnEntry() {
        LoggingEvent event =
                event("Broken page\r" + FORGED + "\u001b[2J\u2028\u202e", new IllegalStateException("bad" + FORGED));
        event.addKeyValuePair(new KeyValuePair("url", "http://a.example/" + FORGED));

        String written = encoded(LogsConfig.Format.PLAIN, event);
        assertThat(written.lines().filter(line -> !line.startsWith("    | "))).hasSize(1);
        assertThat(written.lines().filter(line -> line.startsWith("2026-01-01T")))
                .isEmpty();
        assertThat(written).doesNotContain("\u001b", "\u2028", "\u202e", "\r");
        assertThat(written).contains("    | java.lang.IllegalStateException: bad");
    }

    @Test
    void valuesStandBehindTheMessageAndAreQuotedWhereTheyWouldRunTogether() {
        LoggingEvent event = event("published", null);
        event.addKeyValuePair(new KeyValuePair("document", "6f1e"));
        event.addKeyValuePair(new KeyValuePair("outlet", "The \"Nolmark\" Courier"));
        assertThat(encoded(LogsConfig.Format.PLAIN, event))
                .endsWith(" INFO  org.watchword.trail - published document=6f1e outlet=\"The 'Nolmark' Courier\"\n");
    }

    @Test
    void jsonIsAnObjectALineWithEachValueByItsName() {
        LoggingEvent event = event("published", new IllegalStateException("bad" + FORGED));
        event.addKeyValuePair(new KeyValuePair("trace", "0af7"));
        String written = encoded(LogsConfig.Format.JSON, event);

        assertThat(written.lines()).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(written);
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("formattedMessage").asString()).isEqualTo("published");
        assertThat(line.get("kvpList").toString()).isEqualTo("[{\"trace\":\"0af7\"}]");
        assertThat(line.get("throwable").get("message").asString()).isEqualTo("bad" + FORGED);
    }

    private LoggingEvent event(String message, @Nullable Throwable thrown) {
        return new LoggingEvent(
                "", context.getLogger("org.watchword.trail"), Level.INFO, message, thrown, new Object[0]);
    }

    private String encoded(LogsConfig.Format format, LoggingEvent event) {
        return new String(RunLog.encoder(context, format).encode(event), StandardCharsets.UTF_8);
    }
}
