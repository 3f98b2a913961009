package org.watchword.ingest.discover;

import org.jspecify.annotations.Nullable;

/** What was to hold links could not be read; the message is for the catalogue's author. */
public final class DiscoveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    public DiscoveryException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Short and stable, for example {@code not-a-feed}. */
    public String code() {
        return code;
    }
}
