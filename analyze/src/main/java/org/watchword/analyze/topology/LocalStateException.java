package org.watchword.analyze.topology;

/** The engine's stores on this disk cannot be used. The message tells people which, why, and what to do. */
public final class LocalStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
