package org.watchword.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Invented outlets on loopback, each at an address of its own, whose lists name the pages published so far. */
final class GrowingOutlets implements AutoCloseable {

    private final List<HttpServer> hosts = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InventedPages pages;
    private volatile int published;

    GrowingOutlets(int hosts, InventedPages pages) throws IOException {
        this.pages = pages;
        for (int i = 0; i < hosts; i++) {
            int number = i;
            InetAddress address = InetAddress.getByAddress(new byte[] {127, 2, (byte) (i / 250), (byte) (1 + i % 250)});
            HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(number, exchange));
            this.hosts.add(server);
        }
        this.hosts.forEach(HttpServer::start);
    }

    /** Has the lists name so many pages in all. */
    void publish(int pages) {
        published = pages;
    }

    private void answer(int host, HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/list")) {
                list(host, exchange);
            } else if (path.matches("/page-\\d{1,8}")) {
                int number = Integer.parseInt(path.substring(6));
                send(exchange, 200, "text/html; charset=utf-8", pages.html(number));
            } else {
                send(exchange, 404, "text/plain", "");
            }
        }
    }

    private void list(int host, HttpExchange exchange) throws IOException {
        int known = published;
        String version = "\"" + known + "\"";
        exchange.getResponseHeaders().add("ETag", version);
        if (version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        StringBuilder html = new StringBuilder("<html><body><ul>");
        for (int i = host; i < known; i += hosts.size()) {
            html.append("<li><a href=\"/page-").append(i).append("\">page</a></li>");
        }
        send(
                exchange,
                200,
                "text/html; charset=utf-8",
                html.append("</ul></body></html>").toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    /** A source for each outlet, in a file of the folder. */
    Path sources(Path folder) throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (int i = 0; i < hosts.size(); i++) {
            InetSocketAddress at = hosts.get(i).getAddress();
            yaml.append("""
                      - id: outlet-%d
                        outlet: The Harbour Wire of Place %d
                        kind: list
                        selector: li a
                        language: en
                        allowLoopback: true
                        url: http://%s:%d/list
                    """.formatted(i, i, at.getAddress().getHostAddress(), at.getPort()));
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("outlets.yaml"), yaml);
        return folder;
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.stop(0));
        threads.shutdownNow();
    }
}
