package org.watchword.analyze.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.LoadSettingsBuilder;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;

/** A value in a YAML file with its place. Every method that asks throws {@link ConfigException} naming that place. */
public final class YamlNode {

    private final String file;
    private final String source;
    private final Node node;

    private YamlNode(String file, String source, Node node) {
        this.file = file;
        this.source = source;
        this.node = node;
    }

    /**
     * Reads a file of one document.
     *
     * @throws ConfigException when it cannot be read, is not YAML, is empty or holds a key twice
     */
    public static YamlNode read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "cannot be read: " + e, e);
        }
    }

    /**
     * Reads one document.
     *
     * @param file the name errors carry
     * @throws ConfigException when it is not YAML, is empty or holds a key twice
     */
    public static YamlNode read(String file, String yaml) {
        LoadSettingsBuilder settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false);
        try {
            return BoundedYaml.compose(settings, yaml)
                    .map(node -> new YamlNode(file, yaml, node))
                    .orElseThrow(() -> new ConfigException(file, 1, 1, "the file is empty", null));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new ConfigException(
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0),
                    e.getProblem(),
                    e);
        } catch (YamlEngineException e) {
            throw new ConfigException(file, 0, 0, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The entries of a mapping in order.
     *
     * @param known the keys it may have; any other is an error that suggests the nearest
     */
    public Map<String, YamlNode> map(Set<String> known) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping().getValue()) {
            YamlNode key = new YamlNode(file, source, tuple.getKeyNode());
            String name = key.text();
            if (!known.isEmpty() && !known.contains(name)) {
                throw key.error(NearestKey.unknown(name, known));
            }
            if (entries.put(name, new YamlNode(file, source, tuple.getValueNode())) != null) {
                throw key.error("key '" + name + "' stands here a second time");
            }
        }
        return entries;
    }

    private MappingNode mapping() {
        if (node instanceof MappingNode found) {
            return found;
        }
        throw error("expected a mapping (key: value), found " + kind());
    }

    /** The items of a sequence. */
    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("expected a list, found " + kind());
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, source, item)));
        return items;
    }

    /** The items of a sequence of texts; a lone text is a list of one. */
    public List<YamlNode> texts() {
        return node instanceof ScalarNode ? List.of(this) : list();
    }

    /** The texts of {@link #texts}. */
    public List<String> strings() {
        return texts().stream().map(YamlNode::text).toList();
    }

    /** A scalar as written, never empty. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isBlank()) {
                throw error("expected text, found nothing");
            }
            return scalar.getValue().strip();
        }
        throw error("expected text, found " + kind());
    }

    /** The value of a key that must be there. */
    public YamlNode require(Map<String, YamlNode> entries, String key) {
        YamlNode value = entries.get(key);
        if (value == null) {
            throw error("key '" + key + "' is missing");
        }
        return value;
    }

    private String kind() {
        return node instanceof MappingNode ? "a mapping" : node instanceof SequenceNode ? "a list" : "text";
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** From 1. */
    public int column() {
        return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }

    public ConfigException error(String problem) {
        return new ConfigException(file, line(), column(), problem, null);
    }

    /**
     * An error inside this text.
     *
     * @param offset UTF-16 units into {@link #text}
     */
    public ConfigException error(String problem, int offset) {
        if (!(node instanceof ScalarNode scalar) || offset == 0) {
            return error(problem);
        }
        int blanks = scalar.getValue().indexOf(scalar.getValue().strip());
        int[] place = new ScalarText(source, line(), column(), scalar.getScalarStyle()).place(blanks + offset);
        return new ConfigException(file, place[0], place[1], problem, null);
    }
}
