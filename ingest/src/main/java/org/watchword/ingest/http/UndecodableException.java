package org.watchword.ingest.http;

/** A body that its content coding does not explain, or that would grow beyond a limit. */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    UndecodableException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code bad-encoding}, {@code unsupported-encoding} or {@code too-large}. */
    public String code() {
        return code;
    }
}
