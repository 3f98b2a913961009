package org.watchword.app.line;

import org.jspecify.annotations.Nullable;

/** A line that cannot start or go on. The message says in one sentence why and what to do. */
public final class LineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LineException(String message) {
        super(message);
    }

    public LineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
