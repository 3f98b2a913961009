package org.watchword.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.watchword.app.config.DeskConfig;
import org.watchword.app.line.Endpoints;

/** Addresses as people type them. */
final class Addresses {

    private Addresses() {}

    /** Where the search page of the instance over this folder is found. */
    static String desk(Path data, DeskConfig desk) {
        int port = Endpoints.running(data)
                .flatMap(endpoints -> Optional.ofNullable(endpoints.desk()))
                .orElse(desk.port());
        boolean loopback = desk.host().equals("127.0.0.1") || desk.host().equals("0.0.0.0");
        return "http://" + (loopback ? "localhost" : desk.host()) + ":" + port;
    }
}
