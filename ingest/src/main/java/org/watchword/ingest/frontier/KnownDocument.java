package org.watchword.ingest.frontier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Likeness;

/**
 * The last version of a document.
 *
 * @param url the address it was taken from
 * @param textSha256 names the version: a digest of its text and its headline
 * @param round the pass in which it was last seen, as the pass's start; epoch for pages, which are not read in passes
 * @param likeness to tell whether another page shows the same; absent where it was last seen before this was noted
 */
public record KnownDocument(
        String url,
        String textSha256,
        Instant seenAt,
        Instant round,
        @Nullable Likeness likeness) {}
