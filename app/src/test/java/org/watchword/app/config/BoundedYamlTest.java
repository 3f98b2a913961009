package org.watchword.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.watchword.model.ConfigException;

/** Bombs in YAML, and that the engine by itself lets them through. */
class BoundedYamlTest {

    private static final Path FILE = Path.of("watchword.yaml");

    /** Twenty lines, each twice the one before: a million values. */
    private static final String LAUGHS = laughs(20);

    private static final String DEEP = "a: " + "[".repeat(30_000) + "]".repeat(30_000);

    @Test
    void aliasesToAliasesAreRefusedWithTheirPlace() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> YamlSettings.parse(FILE, LAUGHS))
                .withMessage(
                        "watchword.yaml:2:10: not YAML: the alias *a0 stands inside a part that has a name itself");
    }

    @Test
    void withoutTheGuardTheyStandForAMillionValues() {
        assertThat(size(compose(LAUGHS))).isGreaterThan(1_000_000);
    }

    @Test
    void aPartThatHoldsItselfIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> YamlSettings.parse(FILE, "a: &a [*a]"))
                .withMessageStartingWith("watchword.yaml:1:8: not YAML: the alias *a");
    }

    @Test
    void depthIsRefusedWithItsPlace() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> YamlSettings.parse(FILE, DEEP))
                .withMessage("watchword.yaml:1:53: not YAML: nested more than 50 levels deep");
    }

    @Test
    void withoutTheGuardDepthFillsTheStack() {
        assertThatThrownBy(() -> compose(DEEP)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anAliasToAPartWithoutAliasesIsTaken() {
        assertThat(YamlSettings.parse(FILE, "a: &list [1, 2]\nb: *list").entries())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void anEmojiMayStandAnywhere() {
        for (int blanks = 1015; blanks < 1035; blanks++) {
            assertThat(YamlSettings.parse(FILE, "#" + " ".repeat(blanks) + "\na: 😀😀😀😀\n")
                            .entries())
                    .containsOnlyKeys("a");
        }
    }

    private static String laughs(int lines) {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < lines; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1).replace(System.lineSeparator(), "\n"));
        }
        return yaml.toString();
    }

    private static Node compose(String yaml) {
        return new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
    }

    private static long size(Node node) {
        long size = 1;
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                size += size(item);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                size += size(entry.getValueNode());
            }
        }
        return size;
    }
}
