package org.watchword.ingest.frontier;

import org.jspecify.annotations.Nullable;
import org.watchword.ingest.http.Fetched;

/**
 * What is known of one address.
 *
 * @param url what names it, {@link org.watchword.ingest.address.WebAddress#identity()}
 * @param address as it was found, which is what is asked for
 * @param source id of the source it is fetched for
 * @param host as in {@link org.watchword.ingest.address.WebAddress#host()}
 * @param etag exactly as received; absent before the first capture
 * @param lastModified exactly as received
 * @param payloadSha256 digest of the last archived payload
 * @param textSha256 names the version last published or found unchanged: a digest of its text and its headline
 * @param failures attempts since the last that ended
 * @param rhythm how often it is looked at; absent before the first attempt has ended
 */
public record UrlState(
        String url,
        String address,
        String source,
        String host,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String payloadSha256,
        @Nullable String textSha256,
        int failures,
        @Nullable Rhythm rhythm) {

    /** Validators for a conditional request; none while no text is known, because a 304 would then leave us with nothing. */
    public Fetched.Validators validators() {
        return textSha256 == null ? Fetched.Validators.NONE : new Fetched.Validators(etag, lastModified);
    }
}
