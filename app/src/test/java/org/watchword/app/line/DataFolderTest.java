package org.watchword.app.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Set<RoleName> ALL = EnumSet.allOf(RoleName.class);

    private final Path path;

    DataFolderTest(@TempDir Path folder) {
        this.path = folder.resolve("data");
    }

    @Test
    void aSecondRunIsToldWhoHoldsTheFolder() {
        try (DataFolder held = DataFolder.open(path, Mode.UP, ALL)) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> DataFolder.open(path, Mode.UP, ALL))
                    .withMessageContaining(held.path().toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("--data");
        }
        DataFolder.open(path, Mode.UP, ALL).close();
    }

    @Test
    void aNewFolderIsItsOwnersAlone() throws IOException {
        DataFolder.open(path, Mode.UP, ALL).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }

    @Test
    void differentRolesShareAFolder() {
        try (DataFolder fetch = DataFolder.open(path, Mode.RUN, Set.of(RoleName.FETCH));
                DataFolder desk = DataFolder.open(path, Mode.RUN, Set.of(RoleName.DESK))) {
            assertThat(desk.path()).isEqualTo(fetch.path());
            assertThatExceptionOfType(LineException.class).isThrownBy(() -> DataFolder.open(path, Mode.UP, ALL));
        }
    }

    @Test
    void demoAndRealDataDoNotMix() {
        DataFolder.open(path, Mode.DEMO, ALL).close();
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> DataFolder.open(path, Mode.UP, ALL))
                .withMessageContaining("watchword demo");
        DataFolder.open(path, Mode.DEMO, ALL).close();
    }

    @Test
    void endpointsOfARunningInstanceAreFoundUntilItCloses() {
        try (DataFolder held = DataFolder.open(path, Mode.UP, ALL)) {
            Endpoints.ofThisProcess("127.0.0.1:1", List.of("http://127.0.0.1:2"), 8080, 9464)
                    .write(held.path());
            assertThat(Endpoints.running(path)).hasValueSatisfying(found -> {
                assertThat(found.kafka()).isEqualTo("127.0.0.1:1");
                assertThat(found.elasticsearch()).containsExactly("http://127.0.0.1:2");
                assertThat(found.desk()).isEqualTo(8080);
            });
        }
        assertThat(Endpoints.running(path)).isEmpty();
    }

    @Test
    void endpointsOfAnotherProcessWithTheSameNumberAreIgnored() throws IOException {
        Files.createDirectories(path);
        new Endpoints(ProcessHandle.current().pid(), Instant.EPOCH, "127.0.0.1:1", List.of(), null, null).write(path);
        assertThat(Endpoints.running(path)).isEmpty();
        Files.writeString(path.resolve("endpoints.json"), "{torn");
        assertThat(Endpoints.running(path)).isEmpty();
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Files.writeString(path, "");
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> DataFolder.open(path, Mode.UP, ALL))
                .withMessageContaining(path.toString());
    }
}
