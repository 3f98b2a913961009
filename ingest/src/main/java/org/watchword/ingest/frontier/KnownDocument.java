package org.watchword.ingest.frontier;

import java.time.Instant;

/**
 * The last version of a document.
 *
 * @param url the address it was taken from
 * @param round the pass in which it was last seen, as the pass's start; epoch for pages, which are not read in passes
 */
public record KnownDocument(String url, String textSha256, Instant seenAt, Instant round) {}
