package org.watchword.app.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.watchword.app.config.AuthConfig;
import org.watchword.app.config.DataSize;
import org.watchword.app.config.DeskConfig;

class PreflightTest {

    @Test
    void aFullDiskIsToldWithNumbers() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> Preflight.requireDisk(Path.of("target", "not-yet"), new DataSize(1L << 60)))
                .withMessageContaining("nearly full")
                .withMessageContaining("--data");
        assertThatCode(() -> Preflight.requireDisk(Path.of("target", "not-yet"), new DataSize(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void tooLittleMemoryIsToldWithNumbers() {
        DataSize heap = new DataSize(512L << 20);
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> Preflight.requireMemory(heap, OptionalLong.of(700L << 20)))
                .withMessageContaining("700 MiB are free")
                .withMessageContaining("1312 MiB are needed");
        assertThatCode(() -> Preflight.requireMemory(heap, OptionalLong.of(4L << 30)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Preflight.requireMemory(heap, OptionalLong.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void theMachinesMemoryIsSeen() {
        assertThat(Preflight.availableMemory().orElse(1)).isPositive();
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> Preflight.requirePort(new DeskConfig("127.0.0.1", port, List.of())))
                    .withMessageContaining("Port " + port)
                    .withMessageContaining("--port");
        }
        assertThatCode(() -> Preflight.requirePort(new DeskConfig("127.0.0.1", 0, List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void aPageThatAsksNobodyIsNotOpenedToTheNetwork() {
        DeskConfig open = new DeskConfig("0.0.0.0", 8080, List.of("desk.example"));
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> Preflight.requireGuarded(open, auth(false), InstantSource.system()))
                .withMessageContaining("does not listen on 0.0.0.0 (desk.host)")
                .withMessageContaining("auth.openToNetwork: true");
        assertThatCode(() -> Preflight.requireGuarded(open, auth(true), InstantSource.system()))
                .doesNotThrowAnyException();
        assertThatCode(() -> Preflight.requireGuarded(
                        new DeskConfig("127.0.0.1", 8080, List.of()), auth(false), InstantSource.system()))
                .doesNotThrowAnyException();
    }

    private static AuthConfig auth(boolean openToNetwork) {
        return new AuthConfig(
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                false,
                openToNetwork,
                Duration.ofHours(2),
                Duration.ofHours(12),
                0);
    }
}
