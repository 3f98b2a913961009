package org.watchword.app.line;

import java.util.List;
import java.util.OptionalInt;

/** One of the things a machine can do in the line. Built by a {@link RoleFactory}, started once, closed once. */
public interface Role extends AutoCloseable {

    /** For people: {@code fetch}, {@code analyze}, {@code index} or {@code desk}. */
    String name();

    /**
     * Starts the work and returns when it is under way. Work that later cannot go on is reported to
     * {@link LineContext#onFailure()}.
     */
    void start();

    /** The TCP port it answers people on, known once started; empty for a role that listens nowhere. */
    default OptionalInt port() {
        return OptionalInt.empty();
    }

    /** What keeps it from its work now, one sentence each; none while it works. May ask a server, and take seconds. */
    default List<String> problems() {
        return List.of();
    }

    /** Finishes what is in hand and stops, within a few seconds. Also called after a failed {@link #start()}. */
    @Override
    void close();
}
