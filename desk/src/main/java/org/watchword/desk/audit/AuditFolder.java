package org.watchword.desk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with one file a day (UTC), {@code 2031-05-17.jsonl}, only ever added to; a line is one deed in ASCII JSON, so that nothing that
 * was typed can look like another line or turn a terminal's reading direction. Readable by its owner only. One process writes it at a
 * time. Thread-safe.
 */
public final class AuditFolder implements AuditLog, AutoCloseable {

    private final Path folder;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private @Nullable FileChannel channel;
    private LocalDate day = LocalDate.EPOCH;

    public AuditFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void enter(Deed deed) {
        try {
            ByteBuffer line =
                    ByteBuffer.wrap((mapper.writeValueAsString(deed) + "\n").getBytes(StandardCharsets.US_ASCII));
            FileChannel file = file(deed.at().atZone(ZoneOffset.UTC).toLocalDate());
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log in " + folder + " cannot be written", e);
        }
    }

    @Override
    public synchronized void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the audit log in " + folder + " cannot be closed", e);
            }
            channel = null;
        }
    }

    private FileChannel file(LocalDate today) throws IOException {
        if (channel == null || !today.equals(day)) {
            close();
            Files.createDirectories(folder, own("rwx------"));
            channel = FileChannel.open(
                    folder.resolve(today + ".jsonl"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    own("rw-------"));
            day = today;
        }
        return Objects.requireNonNull(channel);
    }

    private FileAttribute<?>[] own(String permissions) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        return Files.getFileAttributeView(existing, PosixFileAttributeView.class) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                };
    }
}
