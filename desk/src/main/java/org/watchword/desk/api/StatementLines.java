package org.watchword.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All statements of a search as JSON lines, made while they are read: memory holds one page of them, however many there are. When the
 * index fails on the way, the last line is {@code {"error"}}.
 */
final class StatementLines extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(StatementLines.class);

    private final StatementStream stream;
    private final JsonMapper mapper;
    private final Runnable onClose;
    private List<StatementRecord> page = List.of();
    private int next;
    private byte[] line = new byte[0];
    private int at;
    private boolean ended;
    private boolean closed;

    /** @param onClose run once, when the answer has ended however it did */
    StatementLines(StatementStream stream, JsonMapper mapper, Runnable onClose) {
        this.stream = stream;
        this.mapper = mapper;
        this.onClose = onClose;
    }

    @Override
    public int read() {
        return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int copied = 0;
        while (copied < length && fill()) {
            int part = Math.min(length - copied, line.length - at);
            System.arraycopy(line, at, into, offset + copied, part);
            at += part;
            copied += part;
        }
        return copied == 0 ? -1 : copied;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                stream.close();
            } catch (IndexUnavailableException e) {
                LOG.warn("a stream was left open in the index: {}", e.getMessage());
            } finally {
                onClose.run();
            }
        }
    }

    /** Whether there is a byte to be read. */
    private boolean fill() {
        if (at < line.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (next >= page.size()) {
            try {
                page = stream.next();
            } catch (IndexUnavailableException e) {
                LOG.warn("a stream broke off: {}", e.getMessage());
                ended = true;
                line = written(mapper.createObjectNode().put("error", "the index does not answer; go on with after"));
                at = 0;
                return true;
            }
            next = 0;
            if (page.isEmpty()) {
                ended = true;
                return false;
            }
        }
        line = written(page.get(next++));
        at = 0;
        return true;
    }

    private byte[] written(Object value) {
        return (mapper.writeValueAsString(value) + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
