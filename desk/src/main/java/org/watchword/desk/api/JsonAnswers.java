package org.watchword.desk.api;

import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests with JSON. Thread-safe. */
final class JsonAnswers {

    private final JsonMapper mapper = JsonMapper.builder().build();

    JsonMapper mapper() {
        return mapper;
    }

    void json(Context ctx, Object answer) {
        ctx.contentType("application/json; charset=utf-8").result(mapper.writeValueAsBytes(answer));
    }

    /** Answers {@code {"error", "position"}}; {@code position} is left out when negative. */
    void error(Context ctx, int status, String message, int position) {
        ObjectNode json = mapper.createObjectNode().put("error", message);
        if (position >= 0) {
            json.put("position", position);
        }
        json(ctx.status(status), json);
    }
}
