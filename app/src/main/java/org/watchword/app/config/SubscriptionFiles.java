package org.watchword.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.desk.digest.Subscription;
import org.watchword.model.ConfigException;

/** Reads the subscriptions of a folder: every {@code .yaml} file in it, in order of name. */
public final class SubscriptionFiles {

    private SubscriptionFiles() {}

    /**
     * The subscriptions; none when there is no such folder.
     *
     * @throws ConfigException naming the place of the first thing that cannot be used
     */
    public static List<Subscription> load(Path folder) {
        Map<String, Path> ids = new LinkedHashMap<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (Path file : files(folder)) {
            for (SubscriptionConfig config : read(file).digests()) {
                Path other = ids.putIfAbsent(config.id(), file);
                if (other != null) {
                    throw new ConfigException(
                            file.toString(), 0, 0, "the digest '" + config.id() + "' is also in " + other, null);
                }
                try {
                    subscriptions.add(config.subscription());
                } catch (InvalidSettingException e) {
                    throw new ConfigException(
                            file + ": digest " + config.id() + ": " + e.key() + ": " + e.getMessage());
                }
            }
        }
        return subscriptions;
    }

    private static SubscriptionConfig.File read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Setting.Mapping settings = YamlSettings.parse(file, ConfigLoader.read(file));
        return new ConfigBinder(folder == null ? file.toAbsolutePath() : folder)
                .bind(SubscriptionConfig.File.class, settings);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
