package org.watchword.index;

/** The first thing that went wrong in a batch; written by the threads that send, read by ours. */
final class BulkTrouble {

    private volatile String first = "";
    private volatile boolean refusal;

    synchronized void note(String reason, boolean refused) {
        if (first.isEmpty()) {
            first = reason.isEmpty() ? "unknown trouble" : reason;
            refusal = refused;
        }
    }

    /** Whether the server will never take the request as it is. */
    boolean isRefusal() {
        return refusal;
    }

    boolean any() {
        return !first.isEmpty();
    }

    String first() {
        return first;
    }
}
