package org.watchword.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log of a run: {@code logs/watchword.log} in its data folder, a new file each day, 30 days and 1 GiB kept. */
final class LogFiles {

    private LogFiles() {}

    /**
     * Begins to write the log.
     *
     * @param talkative whether the terminal too sees what goes on, not only what goes wrong: for a service, whose terminal is a journal
     */
    static void open(Path data, boolean talkative) {
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
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{24} - %msg%n");
        encoder.start();
        file.setRollingPolicy(rolling);
        file.setTriggeringPolicy(rolling);
        file.setEncoder(encoder);
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
        }
    }
}
