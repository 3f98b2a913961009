package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ConfigException;

class GroupNamesTest {

    private static final String GROUPS = """
            language: en
            groups:
              - id: velmari
                kind: people
                plural: [Velmo-eaters, Velmaris]
            """;
    private static final String NAMES = """
            language: en
            names:
              - {id: velmari, name: Velmaris}
            """;

    private final Path folder;

    GroupNamesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aGroupIsCalledByTheNameThatIsGivenAndByNoneOfItsWords() throws IOException {
        Files.writeString(folder.resolve("groups.yaml"), GROUPS);
        assertThat(Lexicons.load(folder).groupName("en", "velmari")).isEmpty();

        Files.writeString(folder.resolve("names.yaml"), NAMES);
        assertThat(Lexicons.load(folder).groupName("en", "velmari")).contains("Velmaris");
        assertThat(Lexicons.load(folder).groupName("de", "velmari")).isEmpty();
    }

    @Test
    void namesChangeNoDigestSinceTheyChangeNoFlag() throws IOException {
        Files.writeString(folder.resolve("groups.yaml"), GROUPS);
        String without = Lexicons.load(folder).digest();

        Files.writeString(folder.resolve("names.yaml"), NAMES);
        assertThat(Lexicons.load(folder).digest()).isEqualTo(without);
    }

    @Test
    void twoNamesOfOneGroupInAFileAreRefusedWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("names.yaml"), NAMES + "  - {id: velmari, name: Others}\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Lexicons.load(folder))
                .withMessageContaining("names.yaml:4")
                .withMessageContaining("'velmari' has a name already");
    }

    @Test
    void everyShippedGroupHasANameOfItsOwn() {
        Lexicons lexicons = Lexicons.load(Path.of("../config/lexicons"));
        var names = lexicons.groups().stream()
                .filter(group -> group.language().equals("en"))
                .map(Group::id)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> lexicons.groupName("en", id).orElse("")));

        assertThat(names).doesNotContainValue("");
        assertThat(names.values()).doesNotHaveDuplicates();
    }
}
