package org.watchword.desk.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Statements as the JSON API gives them, with {@code permalink} and, where copies are collapsed, {@code copies}. */
final class JsonLines implements TimelineFormat.Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void write(Timeline timeline, MethodNote note, OutputStream out) throws IOException {
        timeline.each(row -> {
            ObjectNode line = JSON.valueToTree(row.statement());
            line.put(
                    "permalink",
                    timeline.request().links().statement(row.statement().id()));
            line.put("copies", row.copies());
            out.write((JSON.writeValueAsString(line) + '\n').getBytes(StandardCharsets.UTF_8));
        });
    }
}
