package org.watchword.ingest.discover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a page.
 *
 * @param url as written, absolute
 * @param changedAt when the list says the page last changed
 */
public record Link(String url, @Nullable Instant changedAt) {}
