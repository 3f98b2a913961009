package org.watchword.ingest.robots;

/** The right to ask hosts, which may end at any moment. Asked just before each request. */
@FunctionalInterface
public interface Lease {

    /** Of the only one who asks. */
    Lease ALWAYS = () -> true;

    /** Whether a request may be sent now. */
    boolean holds();

    /** @throws LapsedException when no request may be sent */
    default void require() {
        if (!holds()) {
            throw new LapsedException();
        }
    }

    /** The right to ask a host has ended: what was to be asked for stays due, for whoever has it now. */
    final class LapsedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LapsedException() {
            super("another fetcher may serve this host now");
        }
    }
}
