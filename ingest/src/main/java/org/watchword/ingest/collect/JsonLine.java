package org.watchword.ingest.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.TrackingParameters;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.page.Extraction.Article;
import org.watchword.model.ContentHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a JSON-lines file: an object with {@code text} and, as far as known, {@code id}, {@code title}, {@code byline},
 * {@code speaker}, {@code post} (the speaker's office), {@code url}, {@code publishedAt} (ISO-8601 date or time), {@code language} and
 * {@code year}. Other keys are passed over.
 *
 * <p>A document without {@code url} is {@code urn:watchword:SOURCE:ID}, the id being the line's or, where it has none, the digest of the
 * line. Where only the year is known the date is its first day, because the wire form has no coarser date.
 */
final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";

    private JsonLine() {}

    static Input.Content read(String source, byte[] line, Instant now) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            return new Input.Unreadable("not-json", "not JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            return new Input.Unreadable("not-an-object", "a JSON object expected");
        }
        JsonNode text = node.get("text");
        if (text == null || !text.isString()) {
            return new Input.Unreadable("no-text", "the key 'text' is missing or no string");
        }
        if (text.stringValue().isBlank()) {
            return new Input.Unwanted("no-article", "empty text");
        }
        String urn = urn(source, node, line);
        String url = value(node, "url");
        String canonicalUrl = url == null
                ? urn
                : WebAddress.of(url)
                        .map(TrackingParameters.STANDARD::strip)
                        .map(WebAddress::identity)
                        .orElse(urn);
        Instant publishedAt;
        try {
            publishedAt = publishedAt(node);
        } catch (DateTimeException e) {
            return new Input.Unreadable("bad-date", String.valueOf(e.getMessage()));
        }
        Article article = new Article(
                value(node, "title"),
                value(node, "byline"),
                value(node, "siteName"),
                null,
                null,
                publishedAt,
                null,
                value(node, "language"),
                null,
                null,
                value(node, "speaker"),
                value(node, "post"),
                null,
                text.stringValue(),
                List.of());
        String sha256 = ContentHash.sha256Hex(line);
        return new Input.Readable(
                canonicalUrl,
                canonicalUrl,
                article,
                now,
                archive -> archive.resource(canonicalUrl, now, JSON_TYPE, line, sha256));
    }

    private static String urn(String source, JsonNode node, byte[] line) {
        String id = value(node, "id");
        return urn(source, id == null ? ContentHash.sha256Hex(line) : id);
    }

    /** The stable name of something that has no web address. */
    static String urn(String source, String id) {
        String escaped = URLEncoder.encode(DocumentMaker.wellFormed(id), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/");
        return "urn:watchword:" + source + ":" + escaped;
    }

    private static @Nullable String value(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asString();
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant publishedAt(JsonNode node) {
        String written = value(node, "publishedAt");
        if (written != null) {
            if (written.length() == 10) {
                return LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(written, OffsetDateTime::from)
                    .toInstant();
        }
        String year = value(node, "year");
        if (year == null || !year.matches("\\d{4}")) {
            return null;
        }
        return LocalDate.of(Integer.parseInt(year), 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
