package org.watchword.index;

/** An index that another version of this program has made, and that this one cannot write to. The message says what to do. */
public final class OtherVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherVersionException(String message) {
        super(message);
    }
}
