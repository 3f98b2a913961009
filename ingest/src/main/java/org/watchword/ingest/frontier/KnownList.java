package org.watchword.ingest.frontier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last reading of a list of pages.
 *
 * @param url as asked for
 * @param recipe digest of how it was read; read in another way it may hold other pages
 * @param etag exactly as received
 * @param lastModified exactly as received
 * @param changedAt when the list that named it said it had changed; absent when nothing was said
 * @param readAt when
 * @param fresh whether it held pages that were new then
 */
public record KnownList(
        String url,
        String recipe,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant changedAt,
        Instant readAt,
        boolean fresh) {}
