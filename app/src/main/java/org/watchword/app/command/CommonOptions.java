package org.watchword.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Installation;
import org.watchword.app.line.LineException;
import org.watchword.app.line.Mode;
import org.watchword.app.sample.DemoSources;
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

    /**
     * The settings that a data folder was filled under: as {@link #load}, and over the demo's data with the groups and sources of its sample.
     *
     * @throws LineException when the folder cannot be read
     */
    WatchwordConfig loadForData(Map<String, String> overrides) {
        WatchwordConfig plain = load(overrides);
        Path folder = data(plain);
        try {
            if (!DataFolder.isOf(Mode.DEMO, folder)) {
                return plain;
            }
        } catch (IOException e) {
            throw new LineException("The data folder cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> demo = new HashMap<>(overrides);
        demo.putIfAbsent(DemoSources.FOLDER_KEY, DemoSources.folder(folder).toString());
        demo.putIfAbsent(
                DemoSources.LEXICONS_KEY,
                DemoSources.lexicons(
                        plain.analyze().lexiconsFolders(),
                        Installation.current().config().resolve("sample")));
        return load(demo);
    }

    /** The data folder: of the command line, else of the settings, else {@code ./data}. */
    Path data(WatchwordConfig settings) {
        Path folder = Optional.ofNullable(data).or(settings::data).orElse(Path.of("data"));
        return folder.toAbsolutePath().normalize();
    }
}
