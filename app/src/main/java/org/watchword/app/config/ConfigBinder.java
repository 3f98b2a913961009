package org.watchword.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;

/** Fills the configuration records from settings, strictly: every key must be a component of its record. */
final class ConfigBinder {

    private final Path folder;

    /** @param folder what relative paths are relative to */
    ConfigBinder(Path folder) {
        this.folder = folder;
    }

    /** @throws ConfigException naming the place of the first setting that cannot be used */
    <T extends Record> T bind(Class<T> type, Setting.Mapping settings) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components)
                .filter(c -> !c.isAnnotationPresent(EnvironmentOnly.class))
                .map(RecordComponent::getName)
                .toList();
        settings.entries().forEach((key, entry) -> {
            if (Arrays.stream(components).noneMatch(c -> c.getName().equals(key))) {
                throw new ConfigException(entry.keyPlace() + ": " + NearestKey.unknown(key, known));
            }
        });
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], settings.entries().get(components[i].getName()));
        }
        return construct(type, components, values, settings);
    }

    private Object value(RecordComponent component, Setting.@Nullable Entry entry) {
        if (entry == null) {
            Default value = component.getAnnotation(Default.class);
            String text = value == null ? "" : value.value();
            return convert(component.getGenericType(), absent(component, text));
        }
        if (component.isAnnotationPresent(EnvironmentOnly.class) && !entry.fromEnvironment()) {
            throw new ConfigException(
                    entry.keyPlace() + ": '" + component.getName()
                            + "' is a secret and is not read from this file; give it in the environment or in a file of its own");
        }
        try {
            return convert(component.getGenericType(), entry.value());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(entry.value().place() + ": " + component.getName() + ": " + e.getMessage());
        }
    }

    private static Setting absent(RecordComponent component, String text) {
        String place = "default of " + component.getName();
        Type type = component.getGenericType();
        if (component.getType().isRecord() && component.getType() != DataSize.class) {
            return new Setting.Mapping(Map.of(), place);
        }
        if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
            return new Setting.Mapping(Map.of(), place);
        }
        return new Setting.Scalar(text, place);
    }

    private Object convert(Type type, Setting setting) {
        if (type instanceof ParameterizedType parameterized) {
            Type raw = parameterized.getRawType();
            if (raw == List.class) {
                return list(parameterized.getActualTypeArguments()[0], setting);
            }
            if (raw == Optional.class) {
                return setting instanceof Setting.Scalar scalar && scalar.text().isBlank()
                        ? Optional.empty()
                        : Optional.of(convert(parameterized.getActualTypeArguments()[0], setting));
            }
            return map(setting);
        }
        if (type instanceof Class<?> c && c.isRecord() && c != DataSize.class && c != Secret.class) {
            if (setting instanceof Setting.Scalar scalar && scalar.text().isEmpty()) {
                return bind(c.asSubclass(Record.class), new Setting.Mapping(Map.of(), scalar.place()));
            }
            if (setting instanceof Setting.Mapping mapping) {
                return bind(c.asSubclass(Record.class), mapping);
            }
            throw new IllegalArgumentException("expected keys below it, found a value");
        }
        if (setting instanceof Setting.Scalar scalar) {
            return scalar((Class<?>) type, scalar.text());
        }
        throw new IllegalArgumentException("expected one value, found a " + kind(setting));
    }

    private Object scalar(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == int.class) {
            return number(text, Integer::valueOf);
        }
        if (type == double.class) {
            return decimal(text);
        }
        if (type == boolean.class) {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }
        if (type == Duration.class) {
            return DurationText.parse(text);
        }
        if (type == DataSize.class) {
            return DataSize.parse(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type == Secret.class) {
            return new Secret(text);
        }
        if (type == Path.class) {
            try {
                return folder.resolve(text).normalize();
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("'" + text + "' is not a path", e);
            }
        }
        throw new IllegalStateException("no reading of " + type);
    }

    private static Object constant(Class<?> type, String text) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = constant.toString().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw new IllegalArgumentException("'" + text + "' is none of: " + String.join(", ", names));
    }

    private static <T> T number(String text, Function<String, T> parse) {
        try {
            return parse.apply(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }

    private static double decimal(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not a number");
    }

    private List<Object> list(Type item, Setting setting) {
        if (setting instanceof Setting.Sequence sequence) {
            return sequence.items().stream().map(s -> convert(item, s)).toList();
        }
        if (setting instanceof Setting.Scalar scalar) {
            return Arrays.stream(scalar.text().split(",", -1))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .map(s -> scalar((Class<?>) item, s))
                    .toList();
        }
        throw new IllegalArgumentException("expected a list, found keys");
    }

    private static Map<String, String> map(Setting setting) {
        if (setting instanceof Setting.Scalar scalar && scalar.text().isEmpty()) {
            return Map.of();
        }
        if (!(setting instanceof Setting.Mapping mapping)) {
            throw new IllegalArgumentException("expected keys with values, found a " + kind(setting));
        }
        Map<String, String> result = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (!(entry.value() instanceof Setting.Scalar scalar)) {
                throw new ConfigException(entry.value().place() + ": " + key + ": expected one value");
            }
            if (!entry.fromEnvironment() && KafkaConfig.isSecret(key)) {
                throw new ConfigException(
                        entry.keyPlace() + ": '" + key
                                + "' is a secret and is not read from this file; give it in the environment or in kafka.clientFile");
            }
            result.put(key, scalar.text());
        });
        return Map.copyOf(result);
    }

    private static String kind(Setting setting) {
        return setting instanceof Setting.Sequence
                ? "list"
                : setting instanceof Setting.Mapping ? "group of keys" : "value";
    }

    private static <T extends Record> T construct(
            Class<T> type, RecordComponent[] components, @Nullable Object[] values, Setting.Mapping settings) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSettingException invalid) {
                Setting.Entry entry = settings.entries().get(invalid.key());
                String place = entry == null ? settings.place() : entry.value().place();
                throw new ConfigException(place + ": " + invalid.key() + ": " + invalid.getMessage());
            }
            throw new IllegalStateException("cannot build " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type.getSimpleName(), e);
        }
    }
}
