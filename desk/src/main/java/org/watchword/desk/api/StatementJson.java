package org.watchword.desk.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.passage.Passage;
import org.watchword.index.Appearance;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes statements and search results as the API gives them. Thread-safe. */
final class StatementJson {

    /** The facets in the order they are written. */
    private static final List<String> FACETS = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::parameter), Stream.of("date"))
            .toList();

    private final JsonMapper mapper;

    StatementJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** {@code {"total", "distinct"?, "hits", "facets", "next"}}; all but {@code distinct} count statements, copies each. */
    ObjectNode result(SearchResult result) {
        ObjectNode json = mapper.createObjectNode();
        json.put("total", result.total());
        if (result.distinct() != null) {
            json.put("distinct", result.distinct());
        }
        ArrayNode hits = json.putArray("hits");
        for (SearchResult.Hit hit : result.hits()) {
            ObjectNode statement = mapper.valueToTree(hit.statement());
            statement.set("highlights", mapper.<ArrayNode>valueToTree(hit.highlights()));
            if (hit.copies() != null) {
                statement.set("copies", mapper.<ObjectNode>valueToTree(hit.copies()));
            }
            hits.add(statement);
        }
        json.set("facets", facets(result.facets()));
        json.put("next", result.next());
        return json;
    }

    /** Counts, those of facets in their order, then others by name. */
    ObjectNode facets(Map<String, List<SearchResult.Bucket>> counts) {
        ObjectNode facets = mapper.createObjectNode();
        Stream.concat(
                        FACETS.stream().filter(counts::containsKey),
                        counts.keySet().stream()
                                .filter(name -> !FACETS.contains(name))
                                .sorted())
                .forEach(name -> facets.set(name, mapper.<ArrayNode>valueToTree(counts.get(name))));
        return facets;
    }

    /** The statement with the pages of its story, and with {@code before} and {@code after}, which are null when the version it stands in is not at hand. */
    ObjectNode statement(StatementRecord statement, Optional<Passage> passage, List<Appearance> appearances) {
        ObjectNode json = mapper.valueToTree(statement);
        json.put("before", passage.map(Passage::before).orElse(null));
        json.put("after", passage.map(Passage::after).orElse(null));
        json.set("appearances", mapper.<ArrayNode>valueToTree(appearances));
        return json;
    }
}
