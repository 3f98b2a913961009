package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.guard.Guards;
import org.watchword.analyze.pattern.PatternParser;
import org.watchword.model.Category;
import org.watchword.model.ConfigException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema for editors knows what the reader knows. */
class RuleSchemaTest {

    private final JsonNode schema = JsonMapper.shared()
            .readTree(ShippedRules.rules().resolve("rule-pack.schema.json").toFile());
    private final JsonNode rule = schema.at("/$defs/rule/properties");

    private final Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema);

    @Test
    void everyShippedPackIsValid() throws IOException {
        List<String> errors = new ArrayList<>();
        for (Path pack : packs()) {
            judge.validate(new YAMLMapper().readTree(pack.toFile())).forEach(error -> errors.add(pack + ": " + error));
        }
        assertThat(packs()).isNotEmpty();
        assertThat(errors).isEmpty();
    }

    /** What the reader refuses, the schema refuses too, but for what needs the lexicons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: sound         | id: Not Sound",
                "author: A.        | writer: A.",
                "date: \"2026-01-01\" | date: \"last year\"",
                "references: [\"field notes\"] | references: []",
                "severity: high    | severity: hihg",
                "status: stable    | status: ready",
                "category: dehu    | category: dihu",
                "    description: A group is said to be rats. | ``",
                "pattern: '        | pattrn: '",
                "[[Velmaris are rats]] | Velmaris are rats",
                "no-match: [\"Rats live here.\"] | no-match: []",
                "falsePositives: [\"none known\"] | falsePositives: []",
                "pattern: '{       | guards: [negatoin]NL    pattern: '{",
                "pattern: '{       | guards: [negation]NL    guards-except: [voice]NL    pattern: '{",
            })
    void judgesAsTheReaderDoes(String part, String broken) {
        String yaml = BrokenRulesTest.SOUND.replace(part, broken.replace("NL", "\n"));
        assertThat(yaml).isNotEqualTo(BrokenRulesTest.SOUND);
        assertThat(judge.validate(new YAMLMapper().readTree(yaml))).isNotEmpty();
        List<RuleProblem> problems = new ArrayList<>();
        try {
            RulePackFile.read("own.yaml", yaml, new PatternParser("en", ShippedRules.lexicons(), Map.of()), problems);
        } catch (ConfigException e) {
            problems.add(new RuleProblem("", String.valueOf(e.getMessage())));
        }
        assertThat(problems).singleElement().satisfies(p -> assertThat(p.message())
                .matches("own.yaml:\\d+:\\d+: .+"));
    }

    @Test
    void aSoundPackIsValid() {
        assertThat(judge.validate(new YAMLMapper().readTree(BrokenRulesTest.SOUND)))
                .isEmpty();
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

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
