package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

/**
 * Where machines look how a run is doing.
 *
 * @param enabled whether {@code /metrics} and {@code /health} are served
 * @param host address to listen on; anything but loopback opens them to the network, unprotected
 * @param port TCP port; 0 takes any free one
 */
public record MonitorConfig(
        @Default("false") boolean enabled,
        @Default("127.0.0.1") String host,
        @Default("9464") int port) {

    public MonitorConfig {
        require(!host.isBlank(), "host", "must not be empty");
        requireRange("port", port, 0, 65_535);
    }
}
