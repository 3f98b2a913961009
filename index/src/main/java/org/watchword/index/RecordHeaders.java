package org.watchword.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.watchword.model.Trace;

/** What is told beside a record. */
final class RecordHeaders {

    /** When the analysis was made, epoch milliseconds in decimal digits. */
    private static final String ANALYZED = "analyzed-at";

    private RecordHeaders() {}

    /** As {@link Trace#id}; empty when the record tells none. */
    static String trace(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Trace.HEADER);
        return Trace.idOf(header == null ? null : header.value());
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** When the document was written to its topic: the stream engine hands the time of its input on. */
    static Instant published(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** When the analysis was made; when the document was published, in a record that does not tell. */
    static Instant analyzed(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(ANALYZED);
        String text = header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        return text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : published(record);
    }
}
