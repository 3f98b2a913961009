package org.watchword.desk.access;

import java.time.Duration;

/** A request that is not let in; the message is the reason, for who sent it. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfter;

    /**
     * @param status of HTTP, 4xx
     * @param reason one or two sentences: why, and what to do
     */
    public RefusedException(int status, String reason) {
        this(status, reason, 0);
    }

    private RefusedException(int status, String reason, long retryAfter) {
        super(reason, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** 429: too much from one account or address; for so long. */
    public static RefusedException later(Duration wait, String reason) {
        return new RefusedException(
                429, reason, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** Seconds after which it may be tried again; 0 when that is of no use. */
    public long retryAfter() {
        return retryAfter;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
