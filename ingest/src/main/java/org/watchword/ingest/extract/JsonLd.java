package org.watchword.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The structured data of a page (JSON-LD, schema.org), read forgivingly: a block that cannot be read is left out. */
final class JsonLd {

    private static final int MOST_NODES = 5_000;
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:.*[/#:])?(?:\\w*Article|\\w*Posting|Report|Review|\\w*Speech\\w*|\\w*Statement|PressRelease|Transcript|CreativeWork)");

    private final List<JsonNode> nodes = new ArrayList<>();

    JsonLd(Document page) {
        for (Element script : page.getElementsByTag("script")) {
            String type = script.attr("type");
            if (type.contains("ld+json")) {
                read(script.data());
            }
        }
    }

    private void read(String raw) {
        String json = raw.strip();
        int from = firstOf(json, '{', '[');
        if (from < 0) {
            return;
        }
        try (var parser = LENIENT.createParser(json.substring(from))) {
            JsonNode top = LENIENT.readTree(parser);
            var queue = new ArrayDeque<JsonNode>();
            queue.add(top);
            while (!queue.isEmpty() && nodes.size() < MOST_NODES) {
                JsonNode node = queue.poll();
                if (node.isObject()) {
                    nodes.add(node);
                    node.properties().forEach(p -> {
                        if (p.getValue().isContainer()) {
                            queue.add(p.getValue());
                        }
                    });
                } else if (node.isArray()) {
                    node.forEach(queue::add);
                }
            }
        } catch (JacksonException e) {
            // A site's broken block says nothing; the rest of the page still does.
            return;
        }
    }

    private static int firstOf(String text, char a, char b) {
        int x = text.indexOf(a);
        int y = text.indexOf(b);
        return x < 0 ? y : y < 0 ? x : Math.min(x, y);
    }

    /** The node that describes this page's article: the first with an article's type and a headline or body or date. */
    @Nullable
    JsonNode article() {
        JsonNode fallback = null;
        for (JsonNode node : nodes) {
            if (isArticle(node)) {
                if (node.has("datePublished") || node.has("articleBody")) {
                    return node;
                }
                fallback = fallback == null ? node : fallback;
            }
        }
        return fallback;
    }

    private static boolean isArticle(JsonNode node) {
        return types(node).stream().anyMatch(t -> ARTICLE.matcher(t).matches())
                && (node.has("headline") || node.has("articleBody") || node.has("datePublished"));
    }

    boolean hasType(String suffix) {
        return nodes.stream().anyMatch(n -> types(n).stream().anyMatch(t -> t.endsWith(suffix)));
    }

    /** First node that carries the field as text. */
    @Nullable
    String anywhere(String field) {
        for (JsonNode node : nodes) {
            String value = text(node, field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static List<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        var out = new ArrayList<String>();
        if (type.isString()) {
            out.add(type.stringValue());
        }
        type.forEach(t -> {
            if (t.isString()) {
                out.add(t.stringValue());
            }
        });
        return out;
    }

    /** The field as one line of text; the first when it is an array; null when it is anything else. */
    static @Nullable String text(@Nullable JsonNode node, String field) {
        if (node == null) {
            return null;
        }
        JsonNode value = node.path(field);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        return value.isString() ? plain(value.stringValue()) : null;
    }

    /** Sites escape for HTML what stands in JSON already. */
    static @Nullable String plain(String raw) {
        return PlainText.lineOrNull(raw.indexOf('&') >= 0 ? Parser.unescapeEntities(raw, false) : raw);
    }

    /** Names of what the field points to: strings, objects with a name, references to other nodes, or arrays of these. */
    List<JsonNode> objects(JsonNode node, String field) {
        JsonNode value = node.path(field);
        var out = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(v -> out.add(resolve(v)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            out.add(resolve(value));
        }
        return out;
    }

    private JsonNode resolve(JsonNode value) {
        String id = value.isObject() && !value.has("name") ? text(value, "@id") : null;
        if (id != null) {
            for (JsonNode node : nodes) {
                if (node.has("name") && id.equals(text(node, "@id"))) {
                    return node;
                }
            }
        }
        return value;
    }
}
