package org.watchword.app.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the program's own files lie.
 *
 * @param home holds {@code config}
 * @param distribution holds {@code lib} and {@code servers}
 */
public record Installation(Path home, Path distribution) {

    /** As the launcher tells by the system properties {@code watchword.home} and {@code watchword.distribution}. */
    public static Installation current() {
        Path home = Path.of(System.getProperty("watchword.home", "."))
                .toAbsolutePath()
                .normalize();
        String distribution = System.getProperty("watchword.distribution");
        return new Installation(
                home,
                distribution == null
                        ? home.resolve("app/target/watchword")
                        : Path.of(distribution).toAbsolutePath().normalize());
    }

    public Path config() {
        return home.resolve("config");
    }

    /** The Elasticsearch archive. @throws LineException when it is not there */
    public Path elasticsearchArchive() {
        Path servers = distribution.resolve("servers");
        try (var files = Files.newDirectoryStream(servers, "elasticsearch-*.zip")) {
            Optional<Path> newest = Optional.empty();
            for (Path file : files) {
                if (newest.isEmpty() || file.compareTo(newest.get()) > 0) {
                    newest = Optional.of(file);
                }
            }
            return newest.orElseThrow(() -> missing(servers, null));
        } catch (IOException e) {
            throw missing(servers, e);
        }
    }

    private static LineException missing(Path servers, @Nullable IOException cause) {
        return new LineException(
                "The Elasticsearch archive is missing in " + servers
                        + "; build it with ./mvnw -B -DskipTests package, or name an Elasticsearch of your own with"
                        + " elasticsearch.urls.",
                cause);
    }
}
