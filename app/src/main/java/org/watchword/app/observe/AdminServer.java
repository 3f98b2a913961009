package org.watchword.app.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers machines: {@code /metrics} in Prometheus' text form, {@code /health/live} whether the process is to be left alone,
 * {@code /health/ready} whether every role does its work, {@code /health} the same with the reasons. Ready is 200, not ready 503. It is the
 * JDK's own small server on two threads: it must answer when everything else is in trouble, and nobody but a monitor asks it.
 */
public final class AdminServer implements AutoCloseable {

    /** Seconds for a request to come in whole: the JDK's server waits for ever otherwise. */
    private static final String LONGEST_REQUEST = "10";

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "monitor");
        thread.setDaemon(true);
        return thread;
    });
    private final Health health;
    private final Supplier<String> metrics;

    private record Answer(int status, String type, String body) {}

    private AdminServer(HttpServer server, Health health, Supplier<String> metrics) {
        this.server = server;
        this.health = health;
        this.metrics = metrics;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 takes any free one
     * @throws IOException when the address cannot be bound
     */
    public static AdminServer start(String host, int port, Health health, Supplier<String> metrics) throws IOException {
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_REQUEST);
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("the address " + host + " is not known");
        }
        AdminServer admin = new AdminServer(HttpServer.create(address, 16), health, metrics);
        admin.server.createContext("/", admin::serve);
        admin.server.setExecutor(admin.threads);
        admin.server.start();
        return admin;
    }

    /** The bound port. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean reads = method.equals("GET") || method.equals("HEAD");
            Answer answer = reads
                    ? answer(exchange.getRequestURI().getPath())
                    : new Answer(405, JSON, "{\"error\":\"everything here is for reading only; use GET\"}");
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (!reads) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            }
            boolean head = method.equals("HEAD");
            exchange.sendResponseHeaders(answer.status, head ? -1 : body.length);
            if (!head) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private Answer answer(@org.jspecify.annotations.Nullable String path) {
        return switch (path == null ? "" : path) {
            case "/metrics" -> new Answer(200, METRICS, metrics.get());
            case "/health/live" -> new Answer(200, JSON, "{\"status\":\"live\"}");
            case "/health", "/health/ready" -> health(health.report());
            default ->
                new Answer(
                        404, JSON, "{\"error\":\"there are /metrics, /health, /health/live and /health/ready here\"}");
        };
    }

    private static Answer health(Health.Report report) {
        Map<String, Object> roles = new LinkedHashMap<>();
        report.roles().forEach((role, problems) -> roles.put(role, role(problems)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", report.ready() ? "ready" : "not-ready");
        body.put("at", report.at().toString());
        body.put("roles", roles);
        return new Answer(report.ready() ? 200 : 503, JSON, MAPPER.writeValueAsString(body));
    }

    private static Map<String, Object> role(List<String> problems) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("ready", problems.isEmpty());
        role.put("problems", problems);
        return role;
    }
}
