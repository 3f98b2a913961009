package org.watchword.app.line;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running instance answers; written to {@code endpoints.json} in its data folder so that other commands find it.
 *
 * @param pid its process
 * @param startedAt when that process started: tells it from a later one with the same number
 * @param kafka bootstrap servers
 * @param elasticsearch addresses of the server; empty when the instance uses none
 * @param desk port of the search page; absent when the instance serves none
 * @param monitor port of metrics and health; absent when the instance serves none
 */
@JsonPropertyOrder({"pid", "startedAt", "kafka", "elasticsearch", "desk", "monitor"})
public record Endpoints(
        long pid,
        Instant startedAt,
        String kafka,
        List<String> elasticsearch,
        @Nullable Integer desk,
        @Nullable Integer monitor) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "endpoints.json";

    public Endpoints {
        elasticsearch = List.copyOf(elasticsearch);
    }

    /** This process's endpoints. */
    static Endpoints ofThisProcess(
            String kafka, List<String> elasticsearch, @Nullable Integer desk, @Nullable Integer monitor) {
        ProcessHandle self = ProcessHandle.current();
        return new Endpoints(self.pid(), startOf(self), kafka, elasticsearch, desk, monitor);
    }

    /** The instance that runs over a data folder; empty when none does, whatever a crashed one left behind. */
    public static Optional<Endpoints> running(Path data) {
        try {
            Endpoints endpoints = JSON.readValue(Files.readAllBytes(data.resolve(FILE)), Endpoints.class);
            return ProcessHandle.of(endpoints.pid)
                    .filter(process -> startOf(process).equals(endpoints.startedAt))
                    .map(process -> endpoints);
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data.resolve(FILE), e);
        }
    }

    void write(Path data) {
        Path file = data.resolve(FILE);
        Path written = data.resolve(FILE + ".new");
        try {
            Files.write(written, JSON.writeValueAsBytes(this));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LineException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // Left behind it names a process that is gone, and is ignored.
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
