package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.watchword.app.line.Endpoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in the servers of a running instance, as they have it. */
final class TestingGenerations {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;

    TestingGenerations(Path data) {
        this.server =
                URI.create(Endpoints.running(data).orElseThrow().elasticsearch().get(0));
    }

    /** Every row behind a name, by its id, as it was written. */
    /** What is stored by id, whatever the order of its fields: the server writes an update anew in an order of its own. */
    Map<String, JsonNode> rows(String index) throws IOException, InterruptedException {
        HttpRequest search = HttpRequest.newBuilder(server.resolve("/" + index + "/_search?size=10000"))
                .build();
        String answer = HTTP.send(search, HttpResponse.BodyHandlers.ofString()).body();
        JsonNode hits = JsonMapper.shared().readTree(answer).get("hits");
        Map<String, JsonNode> rows = new TreeMap<>();
        hits.get("hits").forEach(hit -> rows.put(hit.get("_id").asString(), hit.get("_source")));
        assertThat(rows).hasSize(hits.get("total").get("value").asInt());
        return rows;
    }

    Set<String> topics(Map<String, String> kafka) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(kafka))) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }
}
