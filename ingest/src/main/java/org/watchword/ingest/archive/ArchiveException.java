package org.watchword.ingest.archive;

import java.io.IOException;

/** The archive does not hold what a reference says. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
