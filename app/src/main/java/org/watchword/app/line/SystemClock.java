package org.watchword.app.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of this machine. */
public final class SystemClock {

    private static final String PROPERTY = "watchword.clockErrorFile";

    private static final InstantSource SYSTEM = InstantSource.system();

    private SystemClock() {}

    /**
     * The machine's clock. Where the system property {@code watchword.clockErrorFile} names a file, it is wrong by as many seconds as stand in it,
     * which is looked up at every reading: so that a clock that jumps can be rehearsed without touching the machine's.
     */
    public static InstantSource current() {
        String file = System.getProperty(PROPERTY);
        return file == null ? SYSTEM : new Wrong(Path.of(file));
    }

    private record Wrong(Path file) implements InstantSource {

        @Override
        public Instant instant() {
            try {
                return SYSTEM.instant()
                        .plusSeconds(Long.parseLong(Files.readString(file).strip()));
            } catch (IOException | NumberFormatException e) {
                return SYSTEM.instant();
            }
        }
    }
}
