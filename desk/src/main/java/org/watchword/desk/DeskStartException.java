package org.watchword.desk;

/** The desk cannot listen where it was told to; the message is one sentence for the person who told it. */
public final class DeskStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeskStartException(String message) {
        super(message);
    }

    public DeskStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
