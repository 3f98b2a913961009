package org.watchword.bench.fleet;

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
import java.util.concurrent.TimeUnit;

/**
 * Many hosts on this machine, each at an address of its own in 127.0.0.0/8, that note every request. A host has a list that names its own
 * pages; its last page stands in the list of the host before, its first moves to the next host.
 */
final class HostFarm implements AutoCloseable {

    private static final int WORK_MILLIS = 30;

    private final List<HttpServer> hosts = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int pages;

    /**
     * A request as the host saw it.
     *
     * @param by contact in the user agent
     * @param from when it came in, from {@link System#nanoTime}
     * @param to when its answer was about to be sent
     */
    record Visit(int host, String path, String by, long from, long to) {}

    HostFarm(int hosts, int pages) throws IOException {
        this.pages = pages;
        for (int i = 0; i < hosts; i++) {
            int number = i;
            InetAddress address =
                    InetAddress.getByAddress(new byte[] {127, 0, (byte) (1 + i / 250), (byte) (1 + i % 250)});
            HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(number, exchange));
            this.hosts.add(server);
        }
        this.hosts.forEach(HttpServer::start);
    }

    private void answer(int host, HttpExchange exchange) throws IOException {
        long from = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        String by = agent.replaceFirst(".*\\(\\+([^)]*)\\).*", "$1");
        try (exchange) {
            TimeUnit.MILLISECONDS.sleep(WORK_MILLIS);
            note(new Visit(host, path, by, from, System.nanoTime()));
            if (path.equals("/robots.txt")) {
                send(exchange, "text/plain", "User-agent: *\nAllow: /\n");
            } else if (path.equals("/list")) {
                send(exchange, "text/html; charset=utf-8", list(host));
            } else if (path.equals("/moved")) {
                exchange.getResponseHeaders().add("Location", url(next(host), "/landing"));
                exchange.sendResponseHeaders(301, -1);
            } else {
                send(exchange, "text/html; charset=utf-8", page(host, path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Visit visit) {
        visits.add(visit);
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private int next(int host) {
        return (host + 1) % hosts.size();
    }

    private String list(int host) {
        StringBuilder html = new StringBuilder("<html><body><ul><li><a href=\"/moved\">moved</a></li>");
        for (int i = 0; i < pages; i++) {
            html.append("<li><a href=\"/page-").append(i).append("\">x</a></li>");
        }
        return html.append("<li><a href=\"")
                .append(url(next(host), "/far"))
                .append("\">x</a></li></ul></body></html>")
                .toString();
    }

    private static String page(int host, String path) {
        String name = "of place " + host + path.replace('/', ' ').replace('-', ' ');
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append("<p>The council ")
                    .append(name)
                    .append(" met for the ")
                    .append(i + 2)
                    .append(
                            "th time this year and spoke at length about the ferry, the harbour and the school, and what"
                                    + " each of them will cost. “We have heard all of you,” said the mayor.</p>");
        }
        return "<html><head><title>News " + name + "</title></head><body><article><h1>News " + name + "</h1>" + text
                + "</article></body></html>";
    }

    String url(int host, String path) {
        InetSocketAddress at = hosts.get(host).getAddress();
        return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + path;
    }

    int size() {
        return hosts.size();
    }

    /** Every page that is to become a document: the list's own, one each found from another host, moved to from another, and in a table. */
    int documents() {
        return hosts.size() * (pages + 3);
    }

    synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    /**
     * A source for each host, and a table of addresses on one fetcher's disk.
     *
     * @param instance that fetcher's name
     */
    Path sources(Path folder, String instance) throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (int i = 0; i < hosts.size(); i++) {
            yaml.append("""
                      - id: place-%d
                        outlet: The Courier of Place %d
                        kind: list
                        selector: li
                        language: en
                        allowLoopback: true
                        url: %s
                    """.formatted(i, i, url(i, "/list")));
        }
        yaml.append("""
                  - id: table
                    outlet: The Courier of All Places
                    kind: urls
                    instance: %s
                    language: en
                    allowLoopback: true
                    path: table.csv
                """.formatted(instance));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("farm.yaml"), yaml);
        StringBuilder table = new StringBuilder("url\n");
        for (int i = 0; i < hosts.size(); i++) {
            table.append(url(i, "/tabled")).append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), table);
        return folder;
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.stop(0));
        threads.shutdownNow();
    }
}
