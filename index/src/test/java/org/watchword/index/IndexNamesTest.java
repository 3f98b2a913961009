package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexNamesTest {

    @Test
    void everyMappingBelongsToANameAndEveryNameHasOne() throws IOException, URISyntaxException {
        IndexNames names = new IndexNames("ours-");
        Path one = Path.of(Objects.requireNonNull(IndexNames.class.getResource("statements.mapping.json"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(one.getParent()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".mapping.json")))
                    .as("a mapping that is not named here is neither set up nor taken over into the next version")
                    .containsExactlyInAnyOrderElementsOf(
                            names.all().stream().map(names::mapping).toList());
        }
    }
}
