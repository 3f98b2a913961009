package org.watchword.ingest.discover;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was to hold links could not be read; the message is for the catalogue's author. */
public final class DiscoveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable Duration askAgainIn;

    public DiscoveryException(String code, String message, @Nullable Throwable cause) {
        this(code, message, cause, null);
    }

    /** @param askAgainIn after which its host may be asked again; absent where waiting would not help */
    public DiscoveryException(String code, String message, @Nullable Throwable cause, @Nullable Duration askAgainIn) {
        super(message, cause);
        this.code = code;
        this.askAgainIn = askAgainIn;
    }

    /** After this the same question may be answered; null where nothing says so. */
    public @Nullable Duration askAgainIn() {
        return askAgainIn;
    }

    /** Short and stable, for example {@code not-a-feed}. */
    public String code() {
        return code;
    }
}
