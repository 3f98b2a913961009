package org.watchword.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.watchword.model.ConfigException;

/** A file with a secret in it: its owner may read it, and perhaps a group, but not everybody with an account on this machine. */
final class PrivateFile {

    /** Where container engines lay secrets for one container alone, as a rule readable for whatever user runs in it. */
    private static final Path CONTAINER_SECRETS = Path.of("/run/secrets");

    private PrivateFile() {}

    /**
     * A file that is missing passes, for its reader to name.
     *
     * @throws ConfigException when everybody may read the file
     */
    static void require(Path file) {
        require(file, CONTAINER_SECRETS);
    }

    static void require(Path file, Path containerSecrets) {
        try {
            if (Files.exists(file)
                    && !file.toAbsolutePath().normalize().startsWith(containerSecrets)
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new ConfigException(file
                        + ": holds a secret, but everybody on this machine may read it; run: chmod o= '" + file + "'");
            }
        } catch (UnsupportedOperationException e) {
            // Not a Unix: its rights cannot be told in these words.
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "its rights cannot be read", e);
        }
    }
}
