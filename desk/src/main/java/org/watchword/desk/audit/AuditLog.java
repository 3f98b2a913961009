package org.watchword.desk.audit;

/** Takes down what is done. Thread-safe. */
@FunctionalInterface
public interface AuditLog {

    /** Takes nothing down; for a desk without a data folder. */
    AuditLog NONE = deed -> {};

    /**
     * Takes a deed down, before it is done.
     *
     * @throws java.io.UncheckedIOException when it cannot; then it must not be done
     */
    void enter(Deed deed);
}
