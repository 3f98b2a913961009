package org.watchword.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.watchword.model.ConfigException;

/**
 * Words that must not reach a log; {@code toString} hides them.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    /**
     * The secret that a file holds in its first line.
     *
     * @throws ConfigException when it cannot be read, holds none, or everybody on this machine may read it
     */
    public static Secret firstLine(Path file) {
        PrivateFile.require(file);
        try {
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                throw new ConfigException(
                        file.toString(), 1, 0, "the file is empty; it should hold one line, the secret", null);
            }
            return new Secret(line);
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, 0, "cannot read the secret", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
