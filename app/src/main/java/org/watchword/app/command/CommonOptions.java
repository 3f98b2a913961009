package org.watchword.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Installation;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings; default: config/watchword.yaml of the installation")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder that keeps everything a run makes; default: ./data")
    private @Nullable Path data;

    /**
     * The settings: file, then environment, then {@code overrides}.
     *
     * @param overrides by the names of environment variables
     */
    WatchwordConfig load(Map<String, String> overrides) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(overrides);
        Path installed = Installation.current().config();
        Path usual = installed.resolve("watchword.yaml");
        if (config != null) {
            return ConfigLoader.load(config, environment);
        }
        return Files.exists(usual)
                ? ConfigLoader.load(usual, environment)
                : ConfigLoader.defaults(installed, environment);
    }

    /** The data folder: of the command line, else of the settings, else {@code ./data}. */
    Path data(WatchwordConfig settings) {
        Path folder = Optional.ofNullable(data).or(settings::data).orElse(Path.of("data"));
        return folder.toAbsolutePath().normalize();
    }
}
