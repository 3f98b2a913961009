package org.watchword.analyze.lexicon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.yaml.YamlNode;

/** Reads a file of names: {@code language} and {@code names}, each with the id of a group and what people are told it is called. */
final class NamesFile {

    private static final Set<String> FILE_KEYS = Set.of("language", "names");
    private static final Set<String> NAME_KEYS = Set.of("id", "name");

    /** Names by id, in one language. */
    record Names(String language, Map<String, String> byId) {}

    private NamesFile() {}

    /** @throws org.watchword.model.ConfigException naming the place of the first error, such as an id named twice */
    static Names read(String file, String yaml) {
        YamlNode root = YamlNode.read(file, yaml);
        Map<String, YamlNode> entries = root.map(FILE_KEYS);
        Map<String, String> names = new LinkedHashMap<>();
        for (YamlNode node : root.require(entries, "names").list()) {
            Map<String, YamlNode> entry = node.map(NAME_KEYS);
            YamlNode id = node.require(entry, "id");
            if (names.put(id.text(), node.require(entry, "name").text()) != null) {
                throw id.error("'" + id.text() + "' has a name already: expected one name a group");
            }
        }
        return new Names(root.require(entries, "language").text(), names);
    }
}
