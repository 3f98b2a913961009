package org.watchword.analyze.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.yaml.YamlNode;
import org.watchword.model.ConfigException;
import org.watchword.model.NearestKey;

/** Reads a group file: {@code language} and {@code groups}, each with id, kind and its words. */
final class GroupFile {

    private static final Set<String> FILE_KEYS = Set.of("language", "groups");
    private static final Set<String> GROUP_KEYS =
            Set.of("id", "kind", "noun", "singular", "plural", "adjective", "place");
    private static final Map<String, GroupKind> KINDS =
            Arrays.stream(GroupKind.values()).collect(Collectors.toMap(GroupKind::id, kind -> kind));

    private GroupFile() {}

    /** @throws ConfigException naming the place of the first error */
    static List<Group> read(String file, String yaml, Map<String, Paradigms> paradigms) {
        YamlNode root = YamlNode.read(file, yaml);
        Map<String, YamlNode> entries = root.map(FILE_KEYS);
        String language = root.require(entries, "language").text();
        Paradigms inflection = paradigms.getOrDefault(language, Paradigms.NONE);
        List<Group> groups = new ArrayList<>();
        for (YamlNode node : root.require(entries, "groups").list()) {
            groups.add(group(node, language, inflection));
        }
        return groups;
    }

    private static Group group(YamlNode node, String language, Paradigms paradigms) {
        Map<String, YamlNode> entries = node.map(GROUP_KEYS);
        YamlNode kindNode = node.require(entries, "kind");
        GroupKind kind = KINDS.get(kindNode.text());
        if (kind == null) {
            throw kindNode.error(
                    NearestKey.unknown(kindNode.text(), KINDS.keySet()).replace("key", "kind"));
        }
        Group group = new Group(
                node.require(entries, "id").text(),
                language,
                kind,
                forms(entries, "singular", paradigms),
                forms(entries, "plural", paradigms),
                forms(entries, "adjective", paradigms),
                strings(entries.get("place")));
        if (group.singular().isEmpty()
                && group.plural().isEmpty()
                && group.adjective().isEmpty()) {
            throw node.error("group '" + group.id() + "' has no words: expected noun, singular, plural or adjective");
        }
        return group;
    }

    /** What a key lists, and the forms of nouns whose slot in the paradigm has its name: {@code plural}, {@code plural-genitive}. */
    private static List<String> forms(Map<String, YamlNode> entries, String key, Paradigms paradigms) {
        List<String> words = new ArrayList<>();
        YamlNode own = entries.get(key);
        for (YamlNode term : own == null ? List.<YamlNode>of() : own.texts()) {
            paradigms.forms(term).values().forEach(words::addAll);
        }
        YamlNode nouns = entries.get("noun");
        for (YamlNode noun : nouns == null ? List.<YamlNode>of() : nouns.texts()) {
            paradigms.forms(noun).forEach((slot, forms) -> {
                if (slot.startsWith(key)) {
                    words.addAll(forms);
                }
            });
        }
        return words;
    }

    private static List<String> strings(@Nullable YamlNode node) {
        return node == null ? List.of() : node.strings();
    }
}
