package org.watchword.desk.request;

/** A parameter that cannot be used. The message names it and is for the person who sent it. */
public final class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadParameterException(String message) {
        super(message);
    }
}
