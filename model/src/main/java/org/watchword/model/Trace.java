package org.watchword.model;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The thread from a capture to everything that came of it, as the Kafka header {@code traceparent} of the W3C recommendation
 * <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>. Nothing is made up for it: the trace id is the UUID of the capture's
 * WARC record, which stands in every statement of the index, and the parent id is the beginning of the digest that names the version.
 */
public final class Trace {

    /** Name of the header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");
    private static final Pattern UUID = Pattern.compile(
            ".*?([0-9a-fA-F]{8})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{12})>?");
    private static final Pattern DIGITS = Pattern.compile("(?!0{16})[0-9a-f]{16}.*");
    private static final int TRACE_DIGITS = 32;
    private static final int PARENT_DIGITS = 16;

    private Trace() {}

    /** 32 hex digits: the UUID of the capture's record; for a text that never came through the archive, of its digest. */
    public static String id(Document document) {
        ArchiveRef archive = document.archive();
        Matcher uuid = UUID.matcher(archive == null ? "" : archive.recordId());
        return uuid.matches()
                ? uuid.replaceFirst("$1$2$3$4$5").toLowerCase(java.util.Locale.ROOT)
                : ContentHash.sha256Hex(document.id() + '\n' + document.textSha256())
                        .substring(0, TRACE_DIGITS);
    }

    /** The header's value for what is made of a document. */
    public static byte[] header(Document document) {
        String digest = document.textSha256();
        String named = DIGITS.matcher(digest).matches() ? digest : ContentHash.sha256Hex(digest);
        return ("00-" + id(document) + '-' + named.substring(0, PARENT_DIGITS) + "-01")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The trace id of a header's value; empty when there is none, or it is not of this form. */
    public static String idOf(byte @Nullable [] header) {
        if (header == null) {
            return "";
        }
        Matcher form = FORM.matcher(new String(header, StandardCharsets.US_ASCII));
        return form.matches() ? form.group(1) : "";
    }
}
