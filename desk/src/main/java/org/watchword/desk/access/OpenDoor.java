package org.watchword.desk.access;

import java.util.Optional;

/** A desk that others can reach and that asks nobody who they are is not opened by mistake. */
public final class OpenDoor {

    private OpenDoor() {}

    /**
     * Why the desk must not listen there; empty when it may.
     *
     * @param host where it would listen
     * @param guarded whether it asks who somebody is, or was told not to in so many words
     */
    public static Optional<String> reason(String host, boolean guarded) {
        return guarded || HostCheck.isLoopback(host)
                ? Optional.empty()
                : Optional.of("The desk does not listen on " + host
                        + " (desk.host), where others can reach it, without asking who they"
                        + " are: whoever came could read the archive and decide about flags. Set auth.accountsFile and add a user"
                        + " (watchword users add), or auth.proxyHeader, or listen on 127.0.0.1. Where something else keeps others out,"
                        + " say so with auth.openToNetwork: true.");
    }
}
