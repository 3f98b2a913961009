package org.watchword.app.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --port}, for commands that may serve the search page. */
final class PortOption {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port of the search page, 0 for any free one; default: 8080")
    private @Nullable Integer port;

    /** As settings that win over the file. */
    Map<String, String> overrides() {
        return port == null ? Map.of() : Map.of("WATCHWORD_DESK_PORT", port.toString());
    }
}
