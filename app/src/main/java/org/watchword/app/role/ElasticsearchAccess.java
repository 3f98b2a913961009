package org.watchword.app.role;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.watchword.app.config.ElasticsearchConfig;
import org.watchword.app.config.Secret;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Endpoints;
import org.watchword.app.line.LineException;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSettings;

/** Opens the connection to Elasticsearch that the settings describe. */
public final class ElasticsearchAccess {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private ElasticsearchAccess() {}

    /** @param urls addresses of the server, configured or embedded */
    public static ElasticsearchConnection open(ElasticsearchConfig config, List<URI> urls) {
        return new ElasticsearchConnection(new ElasticsearchSettings(
                urls,
                config.resolvedApiKey().map(Secret::value).orElse(null),
                config.username().isEmpty() ? null : config.username(),
                config.resolvedPassword().map(Secret::value).orElse(null),
                config.caFile().orElse(null),
                REQUEST_TIMEOUT,
                config.indexPrefix()));
    }

    /**
     * Addresses of the server: those of the settings, or of the instance that runs over a data folder.
     *
     * @throws LineException when none runs
     */
    public static List<URI> urls(WatchwordConfig config, Path data) {
        List<String> urls = config.elasticsearch().embedded()
                ? Endpoints.running(data)
                        .orElseThrow(
                                () -> new LineException(
                                        "No watchword runs over the data folder " + data
                                                + "; start one with 'watchword up' or 'watchword demo', or name another folder with --data."))
                        .elasticsearch()
                : config.elasticsearch().urls();
        return urls.stream().map(URI::create).toList();
    }
}
