package org.watchword.app.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a disk has room for what is captured. */
public final class DiskCheck {

    /** Less than this is full: a page of the largest size that is taken, unpacked and with its records, several times over. */
    private static final long LEAST = 256L << 20;

    private DiskCheck() {}

    /** Why nothing more can be kept, in a sentence; empty while there is room. */
    public static Optional<String> problem(Path folder) {
        try {
            return problem(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Optional.of("the folder " + folder + " cannot be looked at: " + e.getMessage());
        }
    }

    static Optional<String> problem(Path folder, long free) {
        return free >= LEAST
                ? Optional.empty()
                : Optional.of("the disk of " + folder + " is full: " + (free >> 20) + " MiB are free, less than "
                        + (LEAST >> 20) + " MiB");
    }
}
