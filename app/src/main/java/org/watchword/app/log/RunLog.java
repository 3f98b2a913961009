package org.watchword.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.watchword.app.config.LogsConfig;

/** The log of a run: {@code logs/watchword.log} in its data folder, a new file each day, 30 days and 1 GiB kept. */
public final class RunLog {

    private static final String FILE_PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{24} - %line%n%stack";

    private RunLog() {}

    /**
     * Begins to write the log.
     *
     * @param talkative whether the terminal too sees what goes on, not only what goes wrong: for a service, whose terminal is a journal
     */
    public static void open(Path data, LogsConfig config, boolean talkative) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path folder = data.resolve("logs");
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName("FILE");
        file.setFile(folder.resolve("watchword.log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(
                folder.resolve("watchword.%d{yyyy-MM-dd}.%i.log.gz").toString());
        rolling.setMaxFileSize(new FileSize(50L << 20));
        rolling.setMaxHistory(30);
        rolling.setTotalSizeCap(new FileSize(1L << 30));
        rolling.start();
        file.setRollingPolicy(rolling);
        file.setTriggeringPolicy(rolling);
        file.setEncoder(encoder(context, config.format()));
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(file);
        Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
        if (console != null && talkative) {
            console.clearAllFilters();
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel(Level.INFO.toString());
            filter.start();
            console.addFilter(filter);
            // A service's terminal is read by what reads the file.
            if (config.format() == LogsConfig.Format.JSON && console instanceof ConsoleAppender<ILoggingEvent> stream) {
                stream.stop();
                stream.setEncoder(encoder(context, config.format()));
                stream.start();
            }
        }
    }

    static Encoder<ILoggingEvent> encoder(LoggerContext context, LogsConfig.Format format) {
        return format == LogsConfig.Format.JSON ? json(context) : plain(context);
    }

    /** An object a line: timestamp in epoch milliseconds, level, loggerName, formattedMessage, mdc, kvpList, throwable. */
    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> plain(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("line", OneLine::new);
        layout.getInstanceConverterMap().put("stack", MarkedStack::new);
        layout.setPattern(FILE_PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
