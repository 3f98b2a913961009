package org.watchword.ingest.custody;

import java.io.IOException;

/** The custody log cannot be read or written. */
public final class CustodyException extends IOException {

    private static final long serialVersionUID = 1L;

    public CustodyException(String message) {
        super(message);
    }

    public CustodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
