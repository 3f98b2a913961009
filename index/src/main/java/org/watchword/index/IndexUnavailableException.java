package org.watchword.index;

/** The index does not answer; the message says which server and how it failed. */
public final class IndexUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
