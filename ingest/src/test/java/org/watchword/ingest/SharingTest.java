package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.fleet.FleetSettings;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.model.ConfigException;

class SharingTest {

    @Test
    void aSourceOnADiskSaysOnWhoseWhereSeveralFetch(@TempDir Path data) {
        Source files = new Source.Files(Profile.of("speeches", "The Vale Courier"), data.resolve("speeches"));
        FleetSettings settings = new FleetSettings(
                Map.of("bootstrap.servers", "127.0.0.1:1"), "", "one", Duration.ofSeconds(6), Duration.ofSeconds(3));

        assertThatThrownBy(() -> new FetchRole(
                        IngestSettings.defaults(data),
                        SourceCatalog.of(List.of(files)),
                        new TagExtractor(),
                        new InMemoryPublisher(),
                        InstantSource.system(),
                        FetchListener.NONE,
                        new Sharing.Among(settings, problem -> {})))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("source speeches lies on the disk of one machine")
                .hasMessageContaining("'instance'");
    }
}
