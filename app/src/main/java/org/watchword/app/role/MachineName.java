package org.watchword.app.role;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine calls itself. */
final class MachineName {

    private MachineName() {}

    /** The host's name; {@code localhost} on a machine that cannot resolve its own. */
    static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
