package org.watchword.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.model.ConfigException;

class TrackingParametersTest {

    private static String strip(TrackingParameters parameters, String url) {
        return parameters.strip(WebAddress.of(url).orElseThrow()).url();
    }

    @ParameterizedTest
    @CsvSource({
        "https://vale.example.org/a?utm_source=x&id=7&fbclid=y, https://vale.example.org/a?id=7",
        "https://vale.example.org/a?UTM_Anything=x, https://vale.example.org/a",
        "https://vale.example.org/a?id=gclid&page=2, https://vale.example.org/a?id=gclid&page=2",
        "https://vale.example.org/a?q=utm_source, https://vale.example.org/a?q=utm_source",
        "https://vale.example.org/gclid, https://vale.example.org/gclid",
    })
    void areLeftOutAndNothingElseIs(String written, String expected) {
        assertThat(strip(TrackingParameters.STANDARD, written)).isEqualTo(expected);
    }

    @Test
    void aFolderOfSourcesMayHaveAListOfItsOwn(@TempDir Path folder) throws Exception {
        assertThat(TrackingParameters.in(folder)).isSameAs(TrackingParameters.STANDARD);
        Files.writeString(folder.resolve(TrackingParameters.FILE), "# ours\nVia*  # from whom\nfrom\n");

        TrackingParameters ours = TrackingParameters.in(folder);

        assertThat(strip(ours, "https://vale.example.org/a?from=b&gclid=1&viaMail=2"))
                .isEqualTo("https://vale.example.org/a?gclid=1");
    }

    @Test
    void aLineThatIsNoNameIsNamed() {
        assertThatThrownBy(() -> TrackingParameters.of("list.txt", "a\nutm_*source\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("list.txt:2")
                .hasMessageContaining("utm_*source");
    }
}
