package org.watchword.ingest.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A captured page as it came over the wire.
 *
 * @param body the payload after transfer and content decoding; shared with the capturer and not to be changed
 * @param contentType the {@code Content-Type} header as received, with its parameters; absent when the server sent none
 * @param url address the bytes were received from, after redirects
 * @param capturedAt when the bytes were received, absent when unknown; a page cannot tell of what came later
 */
@SuppressWarnings("ArrayRecordComponent") // A page may be megabytes large: it is handed over, never copied.
public record Page(
        byte[] body,
        @Nullable String contentType,
        String url,
        @Nullable Instant capturedAt) {

    public Page(byte[] body, @Nullable String contentType, String url) {
        this(body, contentType, url, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page p
                && Arrays.equals(body, p.body)
                && Objects.equals(contentType, p.contentType)
                && url.equals(p.url)
                && Objects.equals(capturedAt, p.capturedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(body), contentType, url, capturedAt);
    }
}
