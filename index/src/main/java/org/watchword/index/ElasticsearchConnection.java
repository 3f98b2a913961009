package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ConfigException;

/** A client of one cluster. Thread-safe; opening it makes no request. */
public final class ElasticsearchConnection implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final ElasticsearchSettings settings;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;

    /** @throws ConfigException when the file of certificates cannot be used */
    public ElasticsearchConnection(ElasticsearchSettings settings) {
        this.settings = settings;
        HttpHost[] hosts = settings.urls().stream()
                .map(url -> HttpHost.create(url.toString()))
                .toArray(HttpHost[]::new);
        RestClientBuilder builder = RestClient.builder(hosts)
                .setRequestConfigCallback(config -> config.setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setSocketTimeout((int) settings.requestTimeout().toMillis()));
        String authorization = authorization(settings);
        if (authorization != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", authorization)});
        }
        Path caFile = settings.caFile();
        if (caFile != null) {
            SSLContext tls = TrustedCertificates.of(caFile);
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(tls));
        }
        this.transport = new RestClientTransport(builder.build(), new JacksonJsonpMapper());
        this.client = new ElasticsearchClient(transport);
    }

    /**
     * Asks the server once, so that a wrong authority, name or password is told before anything is started. A server that is merely away
     * is no failure here: the roles wait for it.
     *
     * @throws ConfigException when no encrypted connection can be made with it, or it refuses our credentials
     */
    public void requireAccess() {
        try {
            var unused = client.indices().exists(r -> r.index(names().statements()));
        } catch (IOException | RuntimeException e) {
            if (Failures.unauthorized(e) || TlsFailure.inWords(e, "").isPresent()) {
                throw new ConfigException("Elasticsearch at " + address() + " cannot be used: " + Failures.inWords(e));
            }
        }
    }

    /** Why the server cannot be used, in a sentence; empty when it answers and can be read and written. */
    public Optional<String> problem() {
        try {
            HealthStatus status = client.cluster().health().status();
            return status == HealthStatus.Red
                    ? Optional.of("Elasticsearch at " + address() + " is red: some of its data cannot be read")
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("Elasticsearch at " + address() + " does not answer: " + Failures.inWords(e));
        }
    }

    ElasticsearchClient client() {
        return client;
    }

    IndexNames names() {
        return new IndexNames(settings.indexPrefix());
    }

    /** The addresses, for messages. */
    String address() {
        return settings.urls().toString();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot close the connection to " + address(), e);
        }
    }

    private static @Nullable String authorization(ElasticsearchSettings settings) {
        if (settings.apiKey() != null) {
            return "ApiKey " + settings.apiKey();
        }
        if (settings.username() == null) {
            return null;
        }
        String pair = settings.username() + ':' + (settings.password() == null ? "" : settings.password());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
