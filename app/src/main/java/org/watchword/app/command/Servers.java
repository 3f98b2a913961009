package org.watchword.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Endpoints;
import org.watchword.app.line.LineException;

/** Where the servers of a running instance answer. Each method throws {@link LineException} when they are embedded and none runs. */
final class Servers {

    private Servers() {}

    static List<URI> elasticsearch(WatchwordConfig config, Path data) {
        List<String> urls = config.elasticsearch().embedded()
                ? running(data).elasticsearch()
                : config.elasticsearch().urls();
        return urls.stream().map(URI::create).toList();
    }

    /** Bootstrap servers, separated by commas. */
    static String kafka(WatchwordConfig config, Path data) {
        return config.kafka().embedded()
                ? running(data).kafka()
                : String.join(",", config.kafka().bootstrapServers());
    }

    private static Endpoints running(Path data) {
        return Endpoints.running(data)
                .orElseThrow(() -> new LineException("No watchword runs over the data folder " + data
                        + "; start one with 'watchword up' or 'watchword demo', or name another folder with --data."));
    }
}
