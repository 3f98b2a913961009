package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where statements are indexed.
 *
 * @param urls addresses of some nodes; empty runs the embedded server
 * @param apiKeyFile a file that holds an API key, encoded as Elasticsearch returns it
 * @param apiKey the same, from the environment
 * @param username for basic authentication; empty for none
 * @param passwordFile a file that holds the user's password
 * @param password the same, from the environment
 * @param caFile PEM certificates to trust beside the JDK's
 * @param indexPrefix put before every index and alias name
 * @param heap heap of the embedded server
 */
public record ElasticsearchConfig(
        @Default("") List<String> urls,
        Optional<Path> apiKeyFile,
        @EnvironmentOnly Optional<Secret> apiKey,
        @Default("") String username,
        Optional<Path> passwordFile,
        @EnvironmentOnly Optional<Secret> password,
        Optional<Path> caFile,
        @Default("watchword-") String indexPrefix,
        @Default("512 MiB") DataSize heap) {

    public ElasticsearchConfig {
        urls = List.copyOf(urls);
        for (String url : urls) {
            // Before anything else, since this message must not repeat the address.
            require(
                    !url.contains("@"),
                    "urls",
                    "an address holds no user name and password; they have keys of their own");
            require(isHttp(url), "urls", "'" + url + "' is not an http or https address");
        }
        require(
                indexPrefix.matches("[a-z0-9][a-z0-9_-]{0,100}"),
                "indexPrefix",
                "'" + indexPrefix + "' must start with a small letter or digit and hold only these, '_' and '-'");
        require(heap.mebibytes() >= 256, "heap", "must be at least 256 MiB, not " + heap);
        require(
                apiKeyFile.isEmpty() || apiKey.isEmpty(),
                "apiKeyFile",
                "an API key is given twice, here and in the environment");
        require(
                passwordFile.isEmpty() || password.isEmpty(),
                "passwordFile",
                "a password is given twice, here and in the environment");
        boolean hasPassword = passwordFile.isPresent() || password.isPresent();
        require(username.isEmpty() != hasPassword, "username", "a user name and a password belong together");
        boolean secret = hasPassword || apiKeyFile.isPresent() || apiKey.isPresent();
        for (String url : urls) {
            require(
                    !secret || isPrivate(URI.create(url)),
                    "urls",
                    "'" + url
                            + "' is not encrypted, and a password or API key is only sent to https addresses or this machine");
        }
    }

    /** Whether the server runs inside this installation. */
    public boolean embedded() {
        return urls.isEmpty();
    }

    /** The API key, read from its file where one is named. */
    public Optional<Secret> resolvedApiKey() {
        return apiKey.or(() -> apiKeyFile.map(Secret::firstLine));
    }

    /** The password, read from its file where one is named. */
    public Optional<Secret> resolvedPassword() {
        return password.or(() -> passwordFile.map(Secret::firstLine));
    }

    private static boolean isPrivate(URI url) {
        return "https".equals(url.getScheme())
                || List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
    }

    static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
