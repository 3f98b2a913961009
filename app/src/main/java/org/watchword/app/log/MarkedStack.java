package org.watchword.app.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/** A stack trace of which each line begins with a bar, so that none can be taken for an entry, whatever an exception says. */
public final class MarkedStack extends ThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        String stack = super.convert(event);
        return stack.lines()
                .map(line -> "    | " + OneLine.safe(line.replace("\t", "  ")) + '\n')
                .collect(Collectors.joining());
    }
}
