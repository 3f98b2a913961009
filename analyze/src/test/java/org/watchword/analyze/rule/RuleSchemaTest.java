package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.guard.Guards;
import org.watchword.model.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema for editors knows what the reader knows. */
class RuleSchemaTest {

    private final JsonNode schema = JsonMapper.shared()
            .readTree(ShippedRules.rules().resolve("rule-pack.schema.json").toFile());
    private final JsonNode rule = schema.at("/$defs/rule/properties");

    @Test
    void everyShippedPackUsesKeysOfTheSchema() throws IOException {
        List<String> unknown = new ArrayList<>();
        int rules = 0;
        for (Path pack : packs()) {
            JsonNode file = new YAMLMapper().readTree(pack.toFile());
            unknown.addAll(missing(file, schema.get("properties"), pack));
            for (JsonNode node : file.get("rules")) {
                rules++;
                unknown.addAll(missing(node, rule, pack));
                unknown.addAll(missing(node.get("examples"), schema.at("/$defs/examples/properties"), pack));
            }
        }
        assertThat(rules).isPositive();
        assertThat(unknown).isEmpty();
    }

    @Test
    void categoriesAndGuardsAreThoseOfTheCode() {
        Set<String> categories = new TreeSet<>();
        for (Category category : Category.values()) {
            categories.add(category.id());
        }
        assertThat(texts(rule.at("/category/enum"))).isEqualTo(categories);
        assertThat(texts(schema.at("/$defs/guards/items/enum"))).isEqualTo(new TreeSet<>(Guards.names()));
    }

    private static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(ShippedRules.rules(), 2)) {
            return files.filter(
                            file -> file.getNameCount() - ShippedRules.rules().getNameCount() == 2)
                    .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("phrases.yaml"))
                    .toList();
        }
    }

    private static List<String> missing(JsonNode node, JsonNode known, Path file) {
        return node.propertyNames().stream()
                .filter(key -> !known.has(key))
                .map(key -> file + ": " + key)
                .toList();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
