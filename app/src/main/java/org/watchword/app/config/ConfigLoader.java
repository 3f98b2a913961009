package org.watchword.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.watchword.model.ConfigException;

/** Reads the configuration: defaults, then the file, then the environment. */
public final class ConfigLoader {

    private ConfigLoader() {}

    /**
     * The configuration of a file.
     *
     * @param file the YAML file; relative paths in it are relative to its folder
     * @param environment the process's variables, see {@link EnvironmentSettings}
     * @throws ConfigException when the file is missing or a setting cannot be used; names the place
     */
    public static WatchwordConfig load(Path file, Map<String, String> environment) {
        return bind(YamlSettings.parse(file, read(file)), folderOf(file), environment);
    }

    /**
     * The configuration without a file.
     *
     * @param folder what relative paths are relative to
     */
    public static WatchwordConfig defaults(Path folder, Map<String, String> environment) {
        return bind(new Setting.Mapping(Map.of(), "defaults"), folder, environment);
    }

    private static WatchwordConfig bind(Setting.Mapping settings, Path folder, Map<String, String> environment) {
        return new ConfigBinder(folder).bind(WatchwordConfig.class, EnvironmentSettings.over(settings, environment));
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** The text of a file. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file.toString(), 0, 0, "no such configuration file", e);
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), 0, 0, "not UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
