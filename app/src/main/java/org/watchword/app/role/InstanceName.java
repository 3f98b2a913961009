package org.watchword.app.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/** The name of a process among others of its role: of its counts, of its folder in the archive, and in other people's logs. */
final class InstanceName {

    private InstanceName() {}

    /** A name made of the machine's and some digits when the folder is first used, and kept there. */
    static String of(Path folder) throws IOException {
        Path file = folder.resolve("instance");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            // Whoever is killed in between leaves no half of a name.
            Path unfinished = folder.resolve("instance.new");
            Files.writeString(
                    unfinished, machine() + '-' + UUID.randomUUID().toString().substring(0, 8));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static String machine() {
        String plain = MachineName.here()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-")
                .replaceAll("^-+", "");
        return plain.isEmpty() ? "watchword" : plain.substring(0, Math.min(plain.length(), 40));
    }
}
