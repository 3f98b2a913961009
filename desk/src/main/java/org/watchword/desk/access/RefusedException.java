package org.watchword.desk.access;

/** A request that is not let in; the message is the reason, for who sent it. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP, 4xx
     * @param reason one or two sentences: why, and what to do
     */
    public RefusedException(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
