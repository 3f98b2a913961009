package org.watchword.bench.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ceiling: the final rows of an index, sent to a fresh one of the same mapping by bulk requests and nothing else. */
final class RawBulk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BULK_BYTES = 5 << 20;
    private static final int PAGE = 1_000;
    private static final List<String> KINDS = List.of("documents", "statements", "pages");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    /** Bodies of requests, ready to be sent. */
    record Bodies(List<byte[]> requests, long rows) {}

    RawBulk(URI server) {
        this.server = server;
    }

    /** Reads all rows under a prefix, and makes requests of them for indices of another. */
    Bodies prepare(String from, String to) throws IOException, InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long rows = 0;
        send("POST", "/" + from + "-*/_refresh", new byte[0]);
        for (String kind : KINDS) {
            create(from + "-" + kind, to + "-" + kind);
            JsonNode page = send(
                    "POST",
                    "/" + from + "-" + kind + "/_search?scroll=2m",
                    ("{\"size\":" + PAGE + "}").getBytes(StandardCharsets.UTF_8));
            while (!page.at("/hits/hits").isEmpty()) {
                for (JsonNode hit : page.at("/hits/hits")) {
                    ObjectNode action = JSON.createObjectNode();
                    action.putObject("index")
                            .put("_index", to + "-" + kind)
                            .put("_id", hit.get("_id").asString());
                    body.writeBytes(JSON.writeValueAsBytes(action));
                    body.write('\n');
                    body.writeBytes(JSON.writeValueAsBytes(hit.get("_source")));
                    body.write('\n');
                    rows++;
                    if (body.size() > BULK_BYTES) {
                        requests.add(body.toByteArray());
                        body.reset();
                    }
                }
                ObjectNode more = JSON.createObjectNode();
                more.put("scroll", "2m").put("scroll_id", page.get("_scroll_id").asString());
                page = send("POST", "/_search/scroll", JSON.writeValueAsBytes(more));
            }
        }
        if (body.size() > 0) {
            requests.add(body.toByteArray());
        }
        return new Bodies(requests, rows);
    }

    /** Sends them one after the other, and returns when all can be found. */
    void send(Bodies bodies, String to) throws IOException, InterruptedException {
        for (byte[] body : bodies.requests) {
            JsonNode answer = send("POST", "/_bulk", body);
            if (answer.get("errors").asBoolean()) {
                throw new IOException(
                        "the server refused rows: " + answer.toString().substring(0, 500));
            }
        }
        send("POST", "/" + to + "-*/_refresh", new byte[0]);
    }

    /** Rows that a search finds. */
    long count(String index) throws IOException, InterruptedException {
        return send("GET", "/" + index + "/_count", new byte[0]).get("count").asLong();
    }

    private void create(String like, String name) throws IOException, InterruptedException {
        JsonNode mapping = send("GET", "/" + like + "/_mapping", new byte[0]);
        ObjectNode body = JSON.createObjectNode();
        body.set("mappings", mapping.iterator().next().get("mappings"));
        ObjectNode settings = body.putObject("settings").putObject("index");
        settings.put("number_of_shards", 1).put("auto_expand_replicas", "0-1").put("refresh_interval", "1s");
        send("PUT", "/" + name, JSON.writeValueAsBytes(body));
    }

    private JsonNode send(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
