package org.watchword.ingest.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of a CDXJ file as pywb and its relatives read them: {@code SURT timestamp {json}}. Beside the customary keys stand
 * {@code sha256} and {@code recordId}.
 */
final class Cdxj {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private Cdxj() {}

    /** 14 digits, UTC. */
    static String stamp(Instant at) {
        return STAMP.format(at.atOffset(ZoneOffset.UTC));
    }

    static String line(Capture capture) {
        ObjectNode json = JSON.createObjectNode();
        json.put("url", capture.url());
        json.put("mime", capture.mime());
        if (capture.status() > 0) {
            json.put("status", Integer.toString(capture.status()));
        }
        if (capture.digest() != null) {
            json.put("digest", capture.digest());
        }
        json.put("length", Long.toString(capture.length()));
        json.put("offset", Long.toString(capture.offset()));
        json.put("filename", capture.file());
        if (capture.sha256() != null) {
            json.put("sha256", capture.sha256());
        }
        json.put("recordId", capture.recordId());
        return capture.surt() + ' ' + stamp(capture.at()) + ' ' + JSON.writeValueAsString(json);
    }

    /** @throws ArchiveException when it is no such line */
    static Capture parse(String line) throws ArchiveException {
        String[] parts = line.split(" ", 3);
        try {
            JsonNode json = JSON.readTree(parts[2]);
            return new Capture(
                    json.required("url").asString(),
                    LocalDateTime.parse(parts[1], STAMP).toInstant(ZoneOffset.UTC),
                    json.required("mime").asString(),
                    Integer.parseInt(json.path("status").asString("0")),
                    text(json, "digest"),
                    text(json, "sha256"),
                    json.required("recordId").asString(),
                    json.required("filename").asString(),
                    Long.parseLong(json.required("offset").asString()),
                    Long.parseLong(json.required("length").asString()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ArchiveException("not a line of an index: " + line, e);
        }
    }

    private static @Nullable String text(JsonNode json, String key) {
        return json.has(key) ? json.get(key).asString() : null;
    }
}
