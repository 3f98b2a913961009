package org.watchword.app.role;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.watchword.app.config.ElasticsearchConfig;
import org.watchword.app.config.Secret;
import org.watchword.app.line.LineContext;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSettings;

/** Opens the connection to Elasticsearch that the settings describe. */
public final class ElasticsearchAccess {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private ElasticsearchAccess() {}

    /** @param urls addresses of the server, configured or embedded */
    public static ElasticsearchConnection open(ElasticsearchConfig config, List<URI> urls) {
        return open(config, urls, config.indexPrefix());
    }

    /**
     * For a role, which would wait for a server that does not answer.
     *
     * @throws org.watchword.model.ConfigException when the server answers, but not to us
     */
    static ElasticsearchConnection forRole(LineContext context) {
        ElasticsearchConnection connection = open(context.config().elasticsearch(), context.elasticsearch());
        try {
            connection.requireAccess();
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** @param prefix before every index and alias name, whatever the settings say */
    public static ElasticsearchConnection open(ElasticsearchConfig config, List<URI> urls, String prefix) {
        return new ElasticsearchConnection(new ElasticsearchSettings(
                urls,
                config.resolvedApiKey().map(Secret::value).orElse(null),
                config.username().isEmpty() ? null : config.username(),
                config.resolvedPassword().map(Secret::value).orElse(null),
                config.caFile().orElse(null),
                REQUEST_TIMEOUT,
                prefix));
    }
}
