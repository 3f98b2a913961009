package org.watchword.ingest.fleet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Journal.Row;
import org.watchword.ingest.frontier.Outgoing;
import org.watchword.ingest.frontier.Request;
import org.watchword.model.Topics;
import org.watchword.model.Trace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What travels, as Kafka records. Rows of one part are in the partition of its number, and so are requests for its hosts. */
final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Between table and key; in neither. */
    private static final char BETWEEN = '\n';

    private final String prefix;
    private final int parts;

    Records(String prefix, int parts) {
        this.prefix = prefix;
        this.parts = parts;
    }

    ProducerRecord<String, byte[]> of(int part, Row row) {
        String values = row.values();
        byte[] bytes = values == null ? null : values.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(prefix + Topics.FRONTIER, part, row.table() + BETWEEN + row.key(), bytes);
    }

    static Row row(String key, byte @Nullable [] value) {
        int between = key.indexOf(BETWEEN);
        return new Row(
                between < 0 ? "" : key.substring(0, between),
                key.substring(between + 1),
                value == null ? null : new String(value, StandardCharsets.UTF_8));
    }

    List<ProducerRecord<String, byte[]>> of(Outgoing what) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        if (what instanceof Outgoing.Asked asked) {
            records.add(of(asked.request()));
        } else if (what instanceof Outgoing.Published published) {
            String id = published.document().id();
            var record =
                    new ProducerRecord<>(prefix + Topics.DOCUMENTS, id, JSON.writeValueAsBytes(published.document()));
            record.headers().add(Trace.HEADER, Trace.header(published.document()));
            records.add(record);
        } else if (what instanceof Outgoing.Told told) {
            told.counts()
                    .forEach(counts -> records.add(new ProducerRecord<>(
                            prefix + Topics.COUNTS, counts.key(), JSON.writeValueAsBytes(counts))));
            told.days()
                    .forEach(day -> records.add(
                            new ProducerRecord<>(prefix + Topics.COVERAGE, day.key(), JSON.writeValueAsBytes(day))));
        }
        return records;
    }

    private ProducerRecord<String, byte[]> of(Request request) {
        String host = WebAddress.of(request.url()).map(WebAddress::host).orElse(request.url());
        return new ProducerRecord<>(
                prefix + Topics.FETCH_REQUESTS,
                Territory.partOf(host, parts),
                WebAddress.siteOf(host),
                JSON.writeValueAsBytes(request));
    }

    /** @throws JacksonException when these bytes are no request */
    static Request request(byte[] value) {
        return JSON.readValue(value, Request.class);
    }
}
