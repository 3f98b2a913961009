package org.watchword.ingest.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on loopback, page by page; what is not there answers 404. */
public final class TestingSite implements AutoCloseable {

    /** Answers one request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    public final Map<String, Headers> lastHeaders = new ConcurrentHashMap<>();
    private final Map<String, Answer> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public TestingSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            requests.add(path);
            lastHeaders.put(path, exchange.getRequestHeaders());
            Answer answer = pages.get(path);
            try (exchange) {
                if (answer == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    answer.to(exchange);
                }
            }
        });
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public TestingSite on(String path, Answer answer) {
        pages.put(path, answer);
        return this;
    }

    public TestingSite html(String path, String html) {
        return bytes(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public TestingSite article(String path, String text) {
        return html(path, "<html><title>T</title><nav>menu</nav><article>" + text + "</article></html>");
    }

    public TestingSite bytes(String path, String contentType, byte[] body) {
        return on(path, exchange -> send(exchange, 200, contentType, body));
    }

    public TestingSite status(String path, int status) {
        return on(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    public TestingSite redirect(String path, String location) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** A list page at {@code /list} with these links. */
    public TestingSite list(String... links) {
        StringBuilder html = new StringBuilder("<html><body><ul>");
        for (String link : links) {
            html.append("<li><a href=\"").append(link).append("\">x</a></li>");
        }
        return html("/list", html.append("</ul></body></html>").toString());
    }

    public long count(String path) {
        synchronized (requests) {
            return requests.stream().filter(path::equals).count();
        }
    }

    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
