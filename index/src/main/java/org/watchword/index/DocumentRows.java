package org.watchword.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a page's row by which the page is found as a document: the fields of a statement's row under the same names, so that one
 * query does for both. Of what its statements say it has every value once.
 */
final class DocumentRows {

    /** The field with all words of the page. */
    static final String TEXT = "text";

    /** Fields that no answer needs, and that may be long. */
    static final List<String> UNSHOWN = List.of(TEXT, "lemmas", "removed", "added", "history");

    /** Fields by which a page is found, and that nobody reads who has it: they hold all its words. */
    static final List<String> SEARCHED = List.of(TEXT, "lemmas");

    private static final List<String> UNITED =
            List.of("speaker", "office", "country", "status", "category", "family", "target", "rule");
    private static final int LEAD = 300;

    private final JsonMapper json = JsonMapper.shared();

    /** @param statements rows of the statements on this version of the page */
    ObjectNode fields(Analysis analysis, Collection<ObjectNode> statements) {
        Document document = analysis.document();
        List<ObjectNode> current = statements.stream()
                .filter(row -> !row.hasNonNull("supersededBy"))
                .toList();
        ObjectNode fields = json.createObjectNode();
        fields.put("id", document.id());
        fields.put("textSha256", document.textSha256());
        fields.put(TEXT, document.text());
        fields.put("lemmas", analysis.lemmas().document());
        fields.put("lead", lead(document.text()));
        fields.put(
                "date", (document.publishedAt() == null ? document.capturedAt() : document.publishedAt()).toString());
        UNITED.forEach(field -> unite(fields.putArray(field), field, current));
        ObjectNode gravest = gravest(current);
        fields.put("severity", gravest.path("severity").asInt(0));
        fields.set("grade", gravest.get("grade"));
        fields.put("statements", current.size());
        fields.put("flagged", (int)
                current.stream().filter(DocumentRows::isFlagged).count());
        return fields;
    }

    private static void unite(ArrayNode into, String field, List<ObjectNode> statements) {
        List<String> seen = new ArrayList<>();
        for (ObjectNode statement : statements) {
            JsonNode values = statement.path(field);
            for (JsonNode value : values.isArray() ? values : List.of(values)) {
                if (value.isString() && !seen.contains(value.asString())) {
                    seen.add(value.asString());
                }
            }
        }
        seen.forEach(into::add);
    }

    private ObjectNode gravest(List<ObjectNode> statements) {
        ObjectNode gravest = json.createObjectNode();
        for (ObjectNode statement : statements) {
            if (statement.path("severity").asInt(0) > gravest.path("severity").asInt(0)) {
                gravest = statement;
            }
        }
        return gravest;
    }

    private static boolean isFlagged(ObjectNode statement) {
        for (JsonNode status : statement.path("status")) {
            if (status.asString().equals("flagged")) {
                return true;
            }
        }
        return false;
    }

    /** Where it begins, not cut within a word unless that is very long. */
    private static String lead(String text) {
        if (text.length() <= LEAD) {
            return text;
        }
        int space = text.lastIndexOf(' ', LEAD);
        int end = space > LEAD / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, LEAD) - 1);
        return text.substring(0, end) + " …";
    }
}
