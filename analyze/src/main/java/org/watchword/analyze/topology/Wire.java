package org.watchword.analyze.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.story.PageSketch;
import org.watchword.model.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records as JSON bytes. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** UTF-8 cannot carry a lone surrogate, an escape can. */
    private static final JsonMapper ESCAPING = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private Wire() {}

    static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JacksonException e) {
            return ESCAPING.writeValueAsBytes(value);
        }
    }

    static <T> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : JSON.readValue(bytes, type));
    }

    /** @throws RefusedRecord when the bytes are no usable document */
    static Document document(byte[] bytes) {
        Document document;
        try {
            document = JSON.readValue(bytes, Document.class);
        } catch (JacksonException e) {
            throw new RefusedRecord("not-json", firstLine(e));
        } catch (IllegalArgumentException e) {
            throw new RefusedRecord("not-a-document", String.valueOf(e.getMessage()));
        }
        DocumentCheck.check(document);
        return document;
    }

    /** @throws RefusedRecord when the bytes are no sketch of a page */
    static PageSketch sketch(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new RefusedRecord("empty", "the record has no value");
        }
        try {
            return JSON.readValue(bytes, PageSketch.class);
        } catch (JacksonException e) {
            throw new RefusedRecord("not-a-sketch", firstLine(e));
        }
    }

    private static String firstLine(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return e.getOriginalMessage() + where;
    }
}
