package org.watchword.bench.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.watchword.index.StatementIndex;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts made-up rows into an index with the mapping of the real one, in bulk requests as the index role sends them. */
final class FilledIndex {

    private static final int BULK = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI server;
    private final String index;

    /** @param index name, which readers use as the alias */
    FilledIndex(URI server, String index) {
        this.server = server;
        this.index = index;
    }

    /** Rows it has from an earlier run; 0 when there is none. */
    long holds() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve("/" + index + "/_count")).build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? json.readTree(answer.body()).get("count").asLong()
                : 0;
    }

    /** Goes on where an earlier run was stopped; the rows before are made again, since each depends on those before it. */
    void fill(MadeUpRows rows, int statements, IntConsumer progress) throws IOException, InterruptedException {
        long there = holds();
        if (there == 0) {
            create();
        }
        // Nobody searches meanwhile: to make each batch visible would cost more than to write it.
        setting("\"-1\"");
        for (int done = 0; done < statements; done += BULK) {
            ByteArrayOutputStream bulk = new ByteArrayOutputStream();
            for (int i = done; i < Math.min(statements, done + BULK); i++) {
                ObjectNode row = rows.row(i);
                bulk.write(("{\"index\":{\"_id\":\"" + row.get("id").asString() + "\"}}\n")
                        .getBytes(StandardCharsets.UTF_8));
                bulk.write(json.writeValueAsBytes(row));
                bulk.write('\n');
            }
            if (done + BULK > there - BULK) {
                String answer = send("POST", "/" + index + "/_bulk?filter_path=errors", bulk.toByteArray());
                if (!answer.contains("\"errors\":false")) {
                    throw new IOException("the server refused rows: " + answer);
                }
            }
            progress.accept(Math.min(statements, done + BULK));
        }
        setting("\"1s\"");
        send("POST", "/" + index + "/_refresh", new byte[0]);
    }

    private void create() throws IOException, InterruptedException {
        try (InputStream mapping = Objects.requireNonNull(
                StatementIndex.class.getResourceAsStream("/org/watchword/index/statements.mapping.json"))) {
            send("PUT", "/" + index, mapping.readAllBytes());
        }
    }

    private void setting(String refreshInterval) throws IOException, InterruptedException {
        String body = "{\"index\":{\"refresh_interval\":" + refreshInterval + "}}";
        send("PUT", "/" + index + "/_settings", body.getBytes(StandardCharsets.UTF_8));
    }

    private String send(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = sent(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> sent(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
