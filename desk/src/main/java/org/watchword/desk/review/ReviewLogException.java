package org.watchword.desk.review;

/** The log of decisions did not answer; nothing may be called saved. */
public final class ReviewLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReviewLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
