package org.watchword.bench.corpus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A website on this machine, of a page for each speech and a sitemap of those that are out. */
final class SpeechOutlet implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, Speech> out = new ConcurrentHashMap<>();

    SpeechOutlet() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** From now on the sitemap names them. */
    void publish(List<Speech> speeches) {
        speeches.forEach(speech -> out.put("/" + speech.id() + ".html", speech));
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Speech speech = out.get(path);
        if (speech != null) {
            send(exchange, 200, "text/html; charset=utf-8", speech.page());
        } else if (path.equals("/sitemap.xml")) {
            send(exchange, 200, "application/xml", sitemap());
        } else {
            send(exchange, 404, "text/plain", "not here\n");
        }
    }

    private String sitemap() {
        StringBuilder map = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        out.keySet().stream()
                .sorted()
                .forEach(path ->
                        map.append("<url><loc>").append(base()).append(path).append("</loc></url>\n"));
        return map.append("</urlset>\n").toString();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream to = exchange.getResponseBody()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
