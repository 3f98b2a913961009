package org.watchword.ingest.http;

import java.time.Duration;

/**
 * Limits on one HTTP exchange. What passes a limit is refused, never cut: half a page is not evidence.
 *
 * @param connectTimeout default 10 seconds
 * @param readTimeout longest silence of the server, default 20 seconds
 * @param totalTimeout longest whole exchange, default 60 seconds; stops servers that drip
 * @param maxBytes most body bytes received, default 10 MiB
 * @param maxDecompressedBytes most body bytes after content decoding, default 20 MiB
 * @param maxRatio most decoded bytes per received byte, default 100; looked at from 1 MiB on
 * @param maxRedirects most redirects followed for one page, default 5
 */
public record FetchLimits(
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        long maxBytes,
        long maxDecompressedBytes,
        int maxRatio,
        int maxRedirects) {

    public static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), 10L << 20, 20L << 20, 100, 5);

    public FetchLimits {
        if (maxBytes <= 0 || maxDecompressedBytes <= 0 || maxRatio <= 0 || maxRedirects < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /**
     * Time after which nothing of a request is under way: two exchanges, for one on a connection that has turned stale is made again, and
     * a second for letting go.
     */
    public Duration longestRequest() {
        return totalTimeout.multipliedBy(2).plusSeconds(1);
    }
}
