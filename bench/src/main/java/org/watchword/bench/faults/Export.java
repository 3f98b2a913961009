package org.watchword.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an index holds, row by row in one form, so that two runs can be compared byte by byte. Left out is only what tells when and where a
 * run captured a page: that differs from run to run by its nature.
 */
final class Export {

    private static final int PAGE = 1000;
    private static final List<String> OF_THE_RUN = List.of("capturedAt", "archive");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    /** @param server past any gate */
    Export(URI server) {
        this.server = server;
    }

    /** Statements by id. */
    SortedMap<String, String> statements() throws IOException, InterruptedException {
        return rows("watchword-statements", "id");
    }

    /** Pages by document id, with their histories. */
    SortedMap<String, String> pages() throws IOException, InterruptedException {
        return rows("watchword-pages", "documentId");
    }

    private SortedMap<String, String> rows(String index, String key) throws IOException, InterruptedException {
        ask("POST", "/" + index + "/_refresh", "");
        SortedMap<String, String> rows = new TreeMap<>();
        JsonNode last = null;
        do {
            JsonNode hits = ask("POST", "/" + index + "/_search", query(key, last))
                    .path("hits")
                    .path("hits");
            last = hits.isEmpty() ? null : hits.get(hits.size() - 1).get("sort");
            for (JsonNode hit : hits) {
                if (rows.put(hit.get("_id").asString(), canonical(hit.get("_source"))) != null) {
                    throw new IOException(index + " gave the row " + hit.get("_id") + " twice");
                }
            }
        } while (last != null);
        return rows;
    }

    private static String query(String key, @Nullable JsonNode after) {
        ObjectNode query = JSON.createObjectNode().put("size", PAGE);
        query.putArray("sort").addObject().put(key, "asc");
        if (after != null) {
            query.set("search_after", after);
        }
        return query.toString();
    }

    private static String canonical(JsonNode row) {
        ObjectNode kept = ((ObjectNode) row).deepCopy();
        kept.remove(OF_THE_RUN);
        return JSON.writeValueAsString(JSON.treeToValue(kept, TreeMap.class));
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
