package org.watchword.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.watchword.analyze.yaml.BoundedYaml;
import org.watchword.model.ConfigException;

/** Reads YAML into {@link Setting}s, keeping every position. */
final class YamlSettings {

    private final Path file;

    private YamlSettings(Path file) {
        this.file = file;
    }

    /** @throws ConfigException when the text is not YAML, names a key twice, or is not a mapping */
    static Setting.Mapping parse(Path file, String yaml) {
        YamlSettings reader = new YamlSettings(file);
        Optional<Node> root;
        try {
            root = BoundedYaml.compose(LoadSettings.builder().setUseMarks(true), yaml);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            int line = mark == null ? 0 : mark.getLine() + 1;
            int column = mark == null ? 0 : mark.getColumn() + 1;
            throw new ConfigException(file.toString(), line, column, "not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new ConfigException(file.toString(), 0, 0, "not YAML: " + e.getMessage(), e);
        }
        if (root.isEmpty()) {
            return new Setting.Mapping(Map.of(), file.toString());
        }
        if (reader.setting(root.get()) instanceof Setting.Mapping mapping) {
            return mapping;
        }
        throw new ConfigException(file.toString(), 1, 1, "expected sections like 'kafka:', found a single value", null);
    }

    private Setting setting(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Setting.Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), place(node));
        }
        if (node instanceof SequenceNode sequence) {
            return new Setting.Sequence(
                    sequence.getValue().stream().map(this::setting).toList(), place(node));
        }
        Map<String, Setting.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            String keyPlace = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ConfigException(keyPlace + ": a key must be a plain word");
            }
            Setting.Entry entry = new Setting.Entry(setting(tuple.getValueNode()), keyPlace, false);
            if (entries.put(key.getValue(), entry) != null) {
                throw new ConfigException(keyPlace + ": key '" + key.getValue() + "' is given twice");
            }
        }
        return new Setting.Mapping(entries, place(node));
    }

    private String place(Node node) {
        return node.getStartMark()
                .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse(file.toString());
    }
}
