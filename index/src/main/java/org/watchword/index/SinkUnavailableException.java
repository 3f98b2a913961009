package org.watchword.index;

/** The server did not take a batch; the same batch can be sent again later. */
final class SinkUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SinkUnavailableException(String message) {
        super(message);
    }
}
