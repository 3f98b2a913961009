package org.watchword.bench.line;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.watchword.model.ContentHash;

/** Records made into records of other pages: each id and digest in them becomes another, the same one wherever it stands. */
final class OtherIds {

    private static final Pattern ID = Pattern.compile("\\b(?:[0-9a-f]{64}|[0-9a-f]{32})\\b");

    private OtherIds() {}

    /** @param time 0 leaves it as it is */
    static byte[] in(byte[] json, int time) {
        if (time == 0) {
            return json;
        }
        return ID.matcher(new String(json, StandardCharsets.UTF_8))
                .replaceAll(id -> ContentHash.sha256Hex(id.group() + time)
                        .substring(0, id.group().length()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
