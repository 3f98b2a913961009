package org.watchword.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The clock of the roles, which can be put forward and back: a file that says by how many seconds they are wrong. */
final class SteppedClock {

    private final Path file;

    SteppedClock(Path file) throws IOException {
        this.file = file;
        restore();
    }

    Path file() {
        return file;
    }

    void step(long seconds) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, Long.toString(seconds));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void restore() throws IOException {
        step(0);
    }
}
