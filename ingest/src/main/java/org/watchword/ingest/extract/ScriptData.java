package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that a page hands to its own scripts: whole elements of a JSON type, values assigned or pushed ({@code window.STATE = {…}}),
 * and the text chunks of React's server components ({@code self.__next_f.push([1,"…"])}). What is not JSON is passed over; nothing is run.
 */
final class ScriptData {

    /** UTF-16 units of scripts that are read on one page. */
    private static final int MOST_CHARS = 8 * 1024 * 1024;

    private static final int MOST_VALUES_OF_A_SCRIPT = 4;

    private static final Pattern VALUE = Pattern.compile("(?:=|push\\()\\s*(?=[\\[{])");
    private static final Pattern ROW = Pattern.compile("(?m)^[0-9a-f]{1,6}:(?=[\\[{])");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ScriptData() {}

    static List<JsonNode> of(Document page) {
        var found = new ArrayList<JsonNode>();
        var chunks = new StringBuilder();
        int left = MOST_CHARS;
        for (Element script : page.getElementsByTag("script")) {
            String source = script.data();
            String type = script.attr("type");
            left -= source.length();
            if (left < 0) {
                break;
            }
            if (type.contains("json") && !type.contains("ld+json")) {
                read(source.strip(), found);
            } else if (type.isEmpty() || type.contains("javascript") || type.equals("module")) {
                values(source, found, chunks);
            }
        }
        Matcher row = ROW.matcher(chunks);
        while (row.find()) {
            int end = chunks.indexOf("\n", row.end());
            read(chunks.substring(row.end(), end < 0 ? chunks.length() : end), found);
        }
        return found;
    }

    private static void values(String source, List<JsonNode> found, StringBuilder chunks) {
        Matcher value = VALUE.matcher(source);
        int from = 0;
        for (int i = 0; i < MOST_VALUES_OF_A_SCRIPT && value.find(from); i++) {
            from = value.end();
            var here = new ArrayList<JsonNode>();
            read(source.substring(from), here);
            for (JsonNode node : here) {
                if (node.isArray() && node.size() == 2 && node.get(1).isString()) {
                    chunks.append(node.get(1).stringValue());
                } else if (!node.isEmpty()) {
                    found.add(node);
                }
            }
        }
    }

    /** Reads one value and leaves what stands behind it. */
    private static void read(String json, List<JsonNode> found) {
        try (var parser = JSON.createParser(json)) {
            JsonNode node = JSON.readTree(parser);
            if (node != null && node.isContainer()) {
                found.add(node);
            }
        } catch (JacksonException e) {
            // A script that only looks like data.
            return;
        }
    }
}
