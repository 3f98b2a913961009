package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.TestingAnalysis;
import org.watchword.analyze.revision.CorrectionNotes;

/**
 * The names of sources, stores and sinks. The broker keeps what a store holds under the store's name, and Kafka Streams finds its place in
 * the topics by the part of the topology a store belongs to: a name that changes loses every history and every story of a running
 * installation. So they change on purpose only, with a way for what was kept (docs/adr/0022).
 */
class TopologyShapeTest {

    private static final Path SHAPE = Path.of("src/test/resources/topology.txt");

    @Test
    void namesOfStoresAndTheirPlacesAreAsTheyWere() throws IOException {
        String shape = AnalyzeTopology.build(
                        AnalyzeSettings.defaults(),
                        TestingAnalysis::analyzer,
                        CorrectionNotes.of(Set.of("Correction:")))
                .describe()
                .toString();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(SHAPE, shape);
        }
        assertThat(shape).isEqualTo(Files.readString(SHAPE));
    }
}
