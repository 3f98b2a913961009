package org.watchword.desk;

import java.util.Set;

/**
 * Where the desk listens.
 *
 * @param host address or name to bind; default {@code 127.0.0.1}, reachable from this machine only
 * @param port TCP port; default 8080; 0 takes any free one
 * @param allowedHosts names, without port, by which browsers may address the desk besides {@code localhost}, {@code 127.0.0.1} and
 *     {@code [::1]}; default none. When empty and {@code host} is not a loopback address, any name is let in
 */
public record DeskSettings(String host, int port, Set<String> allowedHosts) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;

    /** @throws IllegalArgumentException when the port is not 0 to 65535 or the host is blank */
    public DeskSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** Loopback, port 8080. */
    public static DeskSettings defaults() {
        return onPort(DEFAULT_PORT);
    }

    /** Loopback, the given port. */
    public static DeskSettings onPort(int port) {
        return new DeskSettings(DEFAULT_HOST, port, Set.of());
    }
}
