package org.watchword.app.command;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text to annotate.
 *
 * @param id given back with the answer
 * @param text the text itself
 * @param language BCP 47 tag when known
 * @param speaker who speaks, for a speech
 * @param url the page's address, of which the statements' ids are made
 */
record TextInput(
        String id,
        String text,
        @Nullable String language,
        @Nullable String speaker,
        @Nullable String url) {

    private static final int EXCERPT = 60;

    /**
     * Reads a JSON line {@code {"id","text","language"?,"title"?,"speaker"?,"url"?,"publishedAt"?}}; other fields are passed over.
     *
     * @throws IllegalArgumentException that says in a few words what is wrong with the line
     */
    static TextInput parse(byte[] line) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + firstLine(e.getOriginalMessage()), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        JsonNode id = node.path("id");
        if (!id.isString() && !id.isNumber()) {
            throw new IllegalArgumentException("'id' is missing or neither text nor number");
        }
        String text = text(node, "text");
        if (text == null) {
            throw new IllegalArgumentException("'text' is missing");
        }
        return new TextInput(id.asString(), text, text(node, "language"), text(node, "speaker"), text(node, "url"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + field + "' is not text");
        }
        return value.stringValue();
    }

    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > EXCERPT * 3 ? line.substring(0, EXCERPT * 3) + '…' : line;
    }
}
