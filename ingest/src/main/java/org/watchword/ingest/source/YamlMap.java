package org.watchword.ingest.source;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;

/** A YAML mapping that knows where each key stands, so that a mistake can be shown in place. */
final class YamlMap {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final Path file;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private YamlMap(Path file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error(file, tuple.getKeyNode(), "a key must be a word");
            }
            if (entries.put(key.getValue(), tuple) != null) {
                throw error(file, key, "the key '" + key.getValue() + "' is given twice");
            }
        }
    }

    static YamlMap of(Path file, Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw error(file, node, "keys and values expected");
    }

    @SafeVarargs
    final void allow(List<String>... known) {
        List<String> all = new ArrayList<>();
        for (List<String> part : known) {
            all.addAll(part);
        }
        for (NodeTuple tuple : entries.values()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (!all.contains(key)) {
                throw error(file, tuple.getKeyNode(), NearestKey.unknown(key, all));
            }
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        String value = optionalText(key);
        if (value == null) {
            throw error(file, node, "'" + key + "' is missing");
        }
        return value;
    }

    @Nullable
    String optionalText(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null || tuple.getValueNode().getTag().equals(Tag.NULL)) {
            return null;
        }
        String value = scalar(tuple.getValueNode(), key);
        if (value.isBlank()) {
            throw error(key, "'" + key + "' is empty");
        }
        return value;
    }

    List<String> texts(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            return List.of();
        }
        if (tuple.getValueNode() instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(n -> scalar(n, key)).toList();
        }
        return List.of(scalar(tuple.getValueNode(), key));
    }

    /** The mapping under a key that is there. */
    YamlMap map(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            throw error(file, node, "'" + key + "' is missing");
        }
        return of(file, tuple.getValueNode());
    }

    List<YamlMap> maps(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            throw error(file, node, "'" + key + "' is missing");
        }
        if (!(tuple.getValueNode() instanceof SequenceNode sequence)) {
            throw error(key, "a list expected");
        }
        return sequence.getValue().stream().map(n -> of(file, n)).toList();
    }

    boolean flag(String key, boolean otherwise) {
        String value = optionalText(key);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(key, "true or false expected, not '" + value + "'");
        };
    }

    int number(String key, int otherwise) {
        String value = optionalText(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw error(key, "a whole number expected, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** {@code 500ms}, {@code 2s}, {@code 30m}, {@code 6h}, {@code 1d} or ISO-8601 ({@code PT30M}). */
    @Nullable
    Duration duration(String key) {
        String value = optionalText(key);
        if (value == null) {
            return null;
        }
        Matcher m = DURATION.matcher(value);
        if (m.matches()) {
            long n = Long.parseLong(m.group(1));
            return switch (m.group(2)) {
                case "ms" -> Duration.ofMillis(n);
                case "s" -> Duration.ofSeconds(n);
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                default -> Duration.ofDays(n);
            };
        }
        try {
            Duration iso = Duration.parse(value);
            if (!iso.isNegative()) {
                return iso;
            }
        } catch (DateTimeParseException e) {
            throw error(key, "a duration such as 500ms, 2s, 30m, 6h or 1d expected, not '" + value + "'");
        }
        throw error(key, "a duration cannot be negative: '" + value + "'");
    }

    /** An error at the value of {@code key}, or at the mapping where the key is absent. */
    ConfigException error(String key, String problem) {
        NodeTuple tuple = entries.get(key);
        return error(file, tuple == null ? node : tuple.getValueNode(), problem);
    }

    String place(String key) {
        NodeTuple tuple = entries.get(key);
        Node at = tuple == null ? node : tuple.getKeyNode();
        return file
                + at.getStartMark()
                        .map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                        .orElse("");
    }

    private String scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(file, value, "a single value expected for '" + key + "'");
    }

    private static ConfigException error(Path file, Node at, String problem) {
        int line = at.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        int column = at.getStartMark().map(m -> m.getColumn() + 1).orElse(0);
        return new ConfigException(file.toString(), line, column, problem, null);
    }
}
