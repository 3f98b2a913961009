package org.watchword.app.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;

/**
 * The {@code WATCHWORD_*} variables of the environment, which win over the file.
 *
 * <p>A key's variable is {@code WATCHWORD_}, the section, {@code _}, the key, in capitals, with {@code _} where the key changes from
 * small to capital letters: {@code desk.port} is {@code WATCHWORD_DESK_PORT}, {@code kafka.bootstrapServers} is
 * {@code WATCHWORD_KAFKA_BOOTSTRAP_SERVERS}. Lists are separated by commas. A Kafka client property such as {@code sasl.jaas.config} is
 * {@code WATCHWORD_KAFKA_CLIENT_SASL_JAAS_CONFIG}: dots become {@code _}.
 */
final class EnvironmentSettings {

    private static final String PREFIX = "WATCHWORD_";

    /** Read by the launcher, not a setting. */
    private static final Set<String> LAUNCHER = Set.of("WATCHWORD_JAVA_OPTS");

    private EnvironmentSettings() {}

    /** The file's settings with the variables laid over them. */
    static Setting.Mapping over(Setting.Mapping file, Map<String, String> environment) {
        Map<String, List<String>> keys = keys();
        Setting.Mapping result = file;
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(PREFIX) || LAUNCHER.contains(name)) {
                continue;
            }
            List<String> path = keys.get(name);
            if (path == null && name.startsWith("WATCHWORD_KAFKA_CLIENT_")) {
                String property = name.substring("WATCHWORD_KAFKA_CLIENT_".length());
                path = List.of(
                        "kafka", "client", property.toLowerCase(Locale.ROOT).replace('_', '.'));
            }
            if (path == null) {
                throw new ConfigException("environment: unknown variable '" + name + "'"
                        + NearestKey.of(name, keys.keySet())
                                .map(nearest -> "; did you mean '" + nearest + "'?")
                                .orElse("; see config/watchword.yaml for the keys"));
            }
            result = with(result, path, new Setting.Scalar(variable.getValue(), name));
        }
        return result;
    }

    /** Every variable and the key it sets. */
    static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new TreeMap<>();
        collect(WatchwordConfig.class, List.of(), keys);
        return keys;
    }

    private static void collect(Class<?> type, List<String> path, Map<String, List<String>> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> here = new ArrayList<>(path);
            here.add(component.getName());
            Class<?> value = component.getType();
            if (value.isRecord() && value != DataSize.class && value != Secret.class) {
                collect(value, here, keys);
            } else if (value != Map.class) {
                keys.put(variable(here), List.copyOf(here));
            }
        }
    }

    private static String variable(List<String> path) {
        return PREFIX
                + String.join("_", path).replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static Setting.Mapping with(Setting.Mapping mapping, List<String> path, Setting.Scalar value) {
        Map<String, Setting.Entry> entries = new LinkedHashMap<>(mapping.entries());
        String key = path.get(0);
        if (path.size() == 1) {
            entries.put(key, new Setting.Entry(value, value.place(), true));
        } else {
            Setting.Entry existing = entries.get(key);
            Setting.Mapping below = existing != null && existing.value() instanceof Setting.Mapping m
                    ? m
                    : new Setting.Mapping(Map.of(), value.place());
            String place = existing == null ? value.place() : existing.keyPlace();
            entries.put(key, new Setting.Entry(with(below, path.subList(1, path.size()), value), place, false));
        }
        return new Setting.Mapping(entries, mapping.place());
    }
}
