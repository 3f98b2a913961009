package org.watchword.ingest.collect;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that could not be opened: one input, dead-lettered. */
final class UnreadableFile implements InputFiles.Reader {

    private final Path path;
    private final String problem;
    private boolean told;

    UnreadableFile(Path path, String problem) {
        this.path = path;
        this.problem = problem;
    }

    @Override
    public @Nullable Input next() {
        if (told) {
            return null;
        }
        told = true;
        return new Input(
                path.toString(), 1, new byte[0], new Input.Unreadable("unreadable-file", "cannot be read: " + problem));
    }

    @Override
    public void close() {}
}
