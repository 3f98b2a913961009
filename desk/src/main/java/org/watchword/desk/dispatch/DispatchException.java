package org.watchword.desk.dispatch;

import org.jspecify.annotations.Nullable;

/** A digest could not be sent one way; the message says why. */
public final class DispatchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /** @param lasting whether the receiver refused it for good, so that trying again is no use */
    public DispatchException(String message, boolean lasting, @Nullable Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    public boolean isLasting() {
        return lasting;
    }
}
