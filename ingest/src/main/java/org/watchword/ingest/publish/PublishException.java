package org.watchword.ingest.publish;

/** The receiver did not acknowledge in time. What was sent may or may not have arrived; sending it again is safe. */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
