package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page of hits ended, as an opaque word for the next request.
 *
 * @param sort the values by which the last hit of the page was sorted
 * @param moment the server's name for the moment the page was of; null when it was of none
 */
record SearchCursor(List<FieldValue> sort, @Nullable String moment) {

    private static final String MOMENT = "moment";

    static String encode(List<FieldValue> sort) {
        return new SearchCursor(sort, null).encode();
    }

    String encode() {
        ArrayNode values = JsonMapper.shared().createArrayNode();
        for (FieldValue value : sort) {
            if (value.isLong()) {
                values.add(value.longValue());
            } else if (value.isDouble()) {
                values.add(value.doubleValue());
            } else if (value.isNull()) {
                values.addNull();
            } else {
                values.add(value._toJsonString());
            }
        }
        if (moment != null) {
            values.addObject().put(MOMENT, moment);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws QueryException when the word is not one of ours, or of another sort order */
    static SearchCursor decode(String cursor, int length) {
        try {
            JsonNode values =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(cursor));
            List<FieldValue> sort = new ArrayList<>();
            String moment = null;
            for (JsonNode value : values) {
                if (value.isObject() && value.path(MOMENT).isString()) {
                    moment = value.path(MOMENT).asString();
                } else if (value.isIntegralNumber()) {
                    sort.add(FieldValue.of(value.asLong()));
                } else if (value.isNumber()) {
                    sort.add(FieldValue.of(value.asDouble()));
                } else {
                    sort.add(value.isNull() ? FieldValue.NULL : FieldValue.of(value.asString()));
                }
            }
            if (sort.size() == length) {
                return new SearchCursor(List.copyOf(sort), moment);
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw new QueryException("'after' is not the 'next' of an earlier page", -1);
        }
        throw new QueryException("'after' belongs to a page in another order", -1);
    }
}
