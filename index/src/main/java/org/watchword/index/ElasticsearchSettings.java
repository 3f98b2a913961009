package org.watchword.index;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached.
 *
 * @param urls addresses of some nodes, at least one
 * @param apiKey API key as Elasticsearch encodes it; preferred over a password when both are given
 * @param username for basic authentication
 * @param password for basic authentication
 * @param caFile PEM certificates to trust beside the JDK's
 * @param requestTimeout longest wait for one answer
 * @param indexPrefix put before every index and alias name, for example {@code watchword-}
 */
public record ElasticsearchSettings(
        List<URI> urls,
        @Nullable String apiKey,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path caFile,
        Duration requestTimeout,
        String indexPrefix) {

    /** @throws IllegalArgumentException without any address */
    public ElasticsearchSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("Elasticsearch needs at least one address");
        }
    }

    /** A server without authentication: 30 s request timeout, prefix {@code watchword-}. */
    public static ElasticsearchSettings at(URI url) {
        return new ElasticsearchSettings(List.of(url), null, null, null, null, Duration.ofSeconds(30), "watchword-");
    }

    /** Secrets are left out. */
    @Override
    public String toString() {
        return "ElasticsearchSettings[urls=" + urls + ", indexPrefix=" + indexPrefix + ']';
    }
}
