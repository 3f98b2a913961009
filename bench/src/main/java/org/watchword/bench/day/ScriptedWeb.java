package org.watchword.bench.day;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.Fetcher;

/** Hosts that answer as their script says at the time, and a log of what each was asked. */
final class ScriptedWeb implements Fetcher {

    private final InstantSource clock;
    private final Map<String, Host> hosts;
    private final List<Asked> log = new ArrayList<>();

    /** What a host says. */
    interface Host {

        Reply reply(String path, Instant now);
    }

    /**
     * @param etag names the version of the body; a request that has it gets 304
     * @param retryAfter of a refusal; absent for none
     */
    record Reply(
            int status,
            String type,
            String body,
            @Nullable String etag,
            @Nullable Duration retryAfter) {

        static Reply page(String html, String version) {
            return new Reply(200, "text/html; charset=utf-8", html, '"' + version + '"', null);
        }

        static Reply feed(String xml, String version) {
            return new Reply(200, "application/rss+xml", xml, '"' + version + '"', null);
        }

        static Reply status(int status, @Nullable Duration retryAfter) {
            return new Reply(status, "text/plain", "", null, retryAfter);
        }
    }

    /**
     * One request.
     *
     * @param status answered; 304 where the body was known
     * @param version of the body; empty for none
     */
    record Asked(
            Instant at,
            String host,
            String path,
            int status,
            String version,
            @Nullable Duration retryAfter) {}

    ScriptedWeb(InstantSource clock, Map<String, Host> hosts) {
        this.clock = clock;
        this.hosts = Map.copyOf(hosts);
    }

    synchronized List<Asked> log() {
        return List.copyOf(log);
    }

    @Override
    public Fetched get(String url, Fetched.Validators validators, boolean allowLoopback) {
        return ask(url, validators.etag());
    }

    @Override
    public Fetched getHead(String url, boolean allowLoopback, int bytes) {
        Fetched answer = ask(url, null);
        if (answer instanceof Fetched.Body body && body.payload().length > bytes) {
            byte[] cut = Arrays.copyOf(body.payload(), bytes);
            return body(body.requestHead(), cut, body.contentType(), body.etag());
        }
        return answer;
    }

    private synchronized Fetched ask(String url, @Nullable String etag) {
        URI uri = URI.create(url);
        Host host = hosts.get(uri.getHost());
        if (host == null) {
            return new Fetched.Failed("unreachable", uri.getHost() + " is not in the script", true, null);
        }
        Reply reply = host.reply(uri.getPath(), clock.instant());
        boolean same = reply.status == 200 && reply.etag != null && reply.etag.equals(etag);
        String version = reply.etag == null ? "" : reply.etag;
        log.add(new Asked(
                clock.instant(), uri.getHost(), uri.getPath(), same ? 304 : reply.status, version, reply.retryAfter));
        byte[] request = bytes("GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\n\r\n");
        if (same) {
            return new Fetched.NotModified(
                    request, bytes("HTTP/1.1 304 Not Modified\r\n\r\n"), null, clock.instant(), Duration.ZERO);
        }
        return switch (reply.status) {
            case 200 -> body(request, bytes(reply.body), reply.type, reply.etag);
            case 404 -> new Fetched.Failed("not-found", "404 Not Found", false, null);
            default ->
                new Fetched.Failed(
                        "http-" + reply.status,
                        "status " + reply.status,
                        reply.status >= 500 || reply.status == 429,
                        reply.retryAfter);
        };
    }

    private Fetched.Body body(byte[] request, byte[] body, @Nullable String type, @Nullable String etag) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n"
                + (etag == null ? "" : "ETag: " + etag + "\r\n") + "\r\n";
        return new Fetched.Body(
                request, bytes(head), body, body, type, etag, null, List.of(), null, clock.instant(), Duration.ZERO);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
}
