package org.watchword.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.watchword.app.line.LineException;

/** A file that a command is to write. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Asks before the work is begun for what would fail at its end.
     *
     * @throws LineException when the folder it should lie in is not there
     */
    static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new LineException(file + " cannot be written: there is no folder " + folder);
        }
    }
}
