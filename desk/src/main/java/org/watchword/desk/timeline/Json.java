package org.watchword.desk.timeline;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is written as it comes, with line ends, so that two exports can be compared line by line. */
final class Json {

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** Closing it leaves the stream open. */
    static JsonGenerator generator(OutputStream out) {
        return PRETTY.createGenerator(out);
    }

    /** A method note as a file of its own. */
    static byte[] note(MethodNote note) {
        return PRETTY.writeValueAsBytes(note);
    }
}
