package org.watchword.desk.api;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.passage.Passage;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes statements and search results as the API gives them. Thread-safe. */
final class StatementJson {

    /** The facets in the order they are written. */
    private static final List<String> FACETS =
            List.of("category", "status", "speaker", "target", "source", "language", "edited", "date");

    private final JsonMapper mapper;

    StatementJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** {@code {"total", "hits", "facets", "next"}}. */
    ObjectNode result(SearchResult result) {
        ObjectNode json = mapper.createObjectNode();
        json.put("total", result.total());
        ArrayNode hits = json.putArray("hits");
        for (SearchResult.Hit hit : result.hits()) {
            ObjectNode statement = mapper.valueToTree(hit.statement());
            statement.set("highlights", mapper.<ArrayNode>valueToTree(hit.highlights()));
            hits.add(statement);
        }
        ObjectNode facets = json.putObject("facets");
        FACETS.stream()
                .filter(result.facets()::containsKey)
                .forEach(name -> facets.set(
                        name, mapper.<ArrayNode>valueToTree(result.facets().get(name))));
        result.facets().keySet().stream()
                .filter(name -> !FACETS.contains(name))
                .sorted()
                .forEach(name -> facets.set(
                        name, mapper.<ArrayNode>valueToTree(result.facets().get(name))));
        json.put("next", result.next());
        return json;
    }

    /** The statement with {@code before} and {@code after}, which are null when the version it stands in is not at hand. */
    ObjectNode statement(StatementRecord statement, Optional<Passage> passage) {
        ObjectNode json = mapper.valueToTree(statement);
        json.put("before", passage.map(Passage::before).orElse(null));
        json.put("after", passage.map(Passage::after).orElse(null));
        return json;
    }
}
