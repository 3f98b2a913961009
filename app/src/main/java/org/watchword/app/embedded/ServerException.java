package org.watchword.app.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server that cannot run. The message says in one sentence why and what to do. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
