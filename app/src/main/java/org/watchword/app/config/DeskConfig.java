package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.util.List;

/**
 * Where people search.
 *
 * @param host address to listen on; anything but loopback opens the page to the network
 * @param port TCP port; 0 takes any free one
 * @param allowedHosts host names a browser may call the page by; others are refused, so that no foreign page can be pointed at it
 */
public record DeskConfig(
        @Default("127.0.0.1") String host,
        @Default("8080") int port,
        @Default("localhost,127.0.0.1,[::1]") List<String> allowedHosts) {

    public DeskConfig {
        allowedHosts = List.copyOf(allowedHosts);
        require(!host.isBlank(), "host", "must not be empty");
        requireRange("port", port, 0, 65_535);
    }

    public DeskConfig withPort(int port) {
        return new DeskConfig(host, port, allowedHosts);
    }
}
