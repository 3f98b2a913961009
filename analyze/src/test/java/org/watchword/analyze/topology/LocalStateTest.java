package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

    private final Path stateDir;
    private final Path task;
    private final Path process;
    private final LocalState state;

    LocalStateTest(@TempDir Path stateDir) throws IOException {
        this.stateDir = stateDir;
        Path application = stateDir.resolve("watchword-analyze");
        task = application.resolve("0_3");
        Files.createDirectories(task.resolve("rocksdb/pages"));
        Files.writeString(task.resolve("rocksdb/pages/CURRENT"), "MANIFEST-000005\n");
        process = Files.writeString(application.resolve("kafka-streams-process-metadata"), "{}");
        state = new LocalState(stateDir, "watchword-analyze");
    }

    @Test
    void storesThatWereClosedAreKept() {
        state.opening();
        state.closed();

        new LocalState(stateDir, "watchword-analyze").recover();

        assertThat(task.resolve("rocksdb/pages/CURRENT")).exists();
    }

    @Test
    void storesThatWereNotClosedAreDiscardedAndTheNameOfTheProcessIsKept() {
        state.opening();

        new LocalState(stateDir, "watchword-analyze").recover();

        assertThat(task).doesNotExist();
        assertThat(process).exists();
    }

    @Test
    void anotherKillWhileTheyAreDiscardedIsMendedByTheNextStart() throws IOException {
        state.opening();
        Files.delete(task.resolve("rocksdb/pages/CURRENT"));
        Files.writeString(task.resolve("rocksdb/pages/000011.sst"), "");

        state.recover();

        assertThat(task).doesNotExist();
    }

    @Test
    void onceTheyAreDiscardedWhatIsThereLaterIsKept() throws IOException {
        state.opening();
        state.recover();
        Files.createDirectories(task);

        state.recover();

        assertThat(task).exists();
    }

    @Test
    void storesOfAnotherApplicationAreNoneOfOurs() throws IOException {
        Path other = Files.createDirectories(stateDir.resolve("replay-analyze/0_0"));
        state.opening();

        state.recover();

        assertThat(other).exists();
    }

    @Test
    void storesThatAreInUseAreLeftAloneAndStayMarked() throws IOException {
        state.opening();
        try (FileChannel channel = FileChannel.open(
                        stateDir.resolve("watchword-analyze/.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            state.recover();
            assertThat(task).exists();
        }

        state.recover();

        assertThat(task).doesNotExist();
    }

    @Test
    void whereNothingCanBeWrittenTheReasonNamesTheFile() throws IOException {
        Path file = Files.writeString(stateDir.resolve("file"), "");

        assertThatThrownBy(() -> new LocalState(file, "watchword-analyze").opening())
                .isInstanceOf(LocalStateException.class)
                .hasMessageContaining(file.toString());
    }
}
