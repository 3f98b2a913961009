package org.watchword.ingest.discover;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * XML in two or four bytes a character, told by its byte order mark or by the zeros around its first bracket (XML 1.0, appendix F). What
 * it declares of its encoding is not asked: it could not have been read otherwise.
 */
final class WideXml {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final int BRACKET = '<';

    /** The longer marks first, for two of them begin with a shorter one. */
    private static final List<Start> STARTS = List.of(
            new Start(UTF_32BE, 0, 0, 0xFE, 0xFF),
            new Start(UTF_32LE, 0xFF, 0xFE, 0, 0),
            new Start(UTF_32BE, 0, 0, 0, BRACKET),
            new Start(UTF_32LE, BRACKET, 0, 0, 0),
            new Start(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
            new Start(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
            new Start(StandardCharsets.UTF_16BE, 0, BRACKET, 0),
            new Start(StandardCharsets.UTF_16LE, BRACKET, 0));

    private WideXml() {}

    private record Start(Charset charset, List<Integer> bytes) {

        Start(Charset charset, Integer... bytes) {
            this(charset, List.of(bytes));
        }

        boolean begins(byte[] body) {
            for (int i = 0; i < bytes.size(); i++) {
                if (i >= body.length || (body[i] & 0xFF) != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Null when characters have one byte at least sometimes. */
    static @Nullable Charset charset(byte[] body) {
        return STARTS.stream()
                .filter(start -> start.begins(body))
                .map(Start::charset)
                .findFirst()
                .orElse(null);
    }

    /** Without byte order mark. */
    static String decode(byte[] body, Charset charset) {
        String text = new String(body, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
