package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each page {@code extract/NAME.html} gives what {@code NAME.json} says. Run with {@code -Dgolden.write=true} to write the answers
 * anew, then read the difference.
 */
class GoldenPagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/extract");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HtmlExtractor extractor = new HtmlExtractor();

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".html"))
                    .map(n -> n.substring(0, n.length() - 5))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesWhatItsGoldenFileSays(String name) throws IOException {
        byte[] body = Files.readAllBytes(FOLDER.resolve(name + ".html"));
        Extraction got =
                extractor.extract(new Page(body, "text/html; charset=utf-8", "https://news.example.org/" + name));
        String json = JSON.writeValueAsString(got).replace("\r\n", "\n") + "\n";
        Path golden = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, json, StandardCharsets.UTF_8);
        }
        assertThat(json).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void thereArePages() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(8);
    }
}
