package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has the Elasticsearch of a data folder compile with the first compiler alone, by the file that Elastic gives for such options. A test's
 * server lives for a minute, of which the second compiler would take as much of the processor as the server's own work.
 */
public final class ShortLived {

    private static final String OPTIONS = """
            -XX:TieredStopAtLevel=1
            -XX:ReservedCodeCacheSize=128m
            """;

    private ShortLived() {}

    /** To be called before the server is started over the folder. */
    public static void elasticsearchOf(Path data) throws IOException {
        Path absolute = data.toAbsolutePath().normalize();
        Path folder = ServerFolder.choose(absolute, ServerUser.current()).path();
        Path options = Files.createDirectories(folder.resolve("config").resolve("jvm.options.d"));
        Files.writeString(options.resolve("short-lived.options"), OPTIONS);
    }
}
