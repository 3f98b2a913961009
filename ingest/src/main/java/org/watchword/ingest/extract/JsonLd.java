package org.watchword.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Fields that hold other works than the one described. */
    private static final Set<String> LISTS = Set.of(
            "itemListElement",
            "hasPart",
            "mentions",
            "citation",
            "isBasedOn",
            "comment",
            "review",
            "blogPost",
            "blogPosts",
            "relatedLink",
            "itemReviewed",
            "liveBlogUpdate");

    private static final int LONGEST_TORN = 100_000;

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Set<JsonNode> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> torn = new ArrayList<>();

    JsonLd(PageElements page) {
        for (Element script : page.tagged("script")) {
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
                    boolean inList = listed.contains(node);
                    node.properties().forEach(p -> add(p.getValue(), inList || LISTS.contains(p.getKey()), queue));
                } else if (node.isArray()) {
                    boolean inList = listed.contains(node);
                    node.forEach(item -> add(item, inList, queue));
                }
            }
        } catch (JacksonException e) {
            torn.add(json.length() > LONGEST_TORN ? json.substring(0, LONGEST_TORN) : json);
        }
    }

    private void add(JsonNode node, boolean inList, Deque<JsonNode> queue) {
        if (node.isContainer()) {
            queue.add(node);
            if (inList) {
                listed.add(node);
            }
        }
    }

    private static int firstOf(String text, char a, char b) {
        int x = text.indexOf(a);
        int y = text.indexOf(b);
        return x < 0 ? y : y < 0 ? x : Math.min(x, y);
    }

    /**
     * The node that describes this page's article: one that bears the page's title or address before one that says when it was
     * published. An article that only stands in a list of others is believed when it bears the title or the address.
     *
     * @param titles what the page calls itself, letters and digits alone
     */
    @Nullable
    JsonNode article(Collection<String> titles, Collection<String> addresses) {
        JsonNode best = null;
        int most = -1;
        for (JsonNode node : nodes) {
            if (!isArticle(node)) {
                continue;
            }
            String headline = text(node, "headline");
            boolean titled = headline != null && isOneOf(Headline.letters(headline), titles);
            boolean addressed = addresses(node).stream().anyMatch(addresses::contains);
            boolean dated = node.has("datePublished") || node.has("articleBody");
            if (listed.contains(node) && !titled && !addressed) {
                continue;
            }
            int score = (titled ? 4 : 0) + (addressed ? 2 : 0) + (dated ? 1 : 0);
            if (score > most) {
                best = node;
                most = score;
            }
        }
        return best;
    }

    /** Tabs add the site's name. */
    private static boolean isOneOf(String headline, Collection<String> titles) {
        return headline.length() > 3 && titles.stream().anyMatch(t -> t.startsWith(headline));
    }

    private static List<String> addresses(JsonNode node) {
        var out = new ArrayList<String>();
        for (String field : List.of("url", "@id", "mainEntityOfPage")) {
            JsonNode value = node.path(field);
            String address = value.isObject() ? text(value, "@id") : text(node, field);
            if (address != null) {
                out.add(address.replaceFirst("#.*", ""));
            }
        }
        return out;
    }

    /** Blocks that cannot be parsed, as they stand. */
    List<String> torn() {
        return torn;
    }

    private static boolean isArticle(JsonNode node) {
        return types(node).stream().anyMatch(t -> ARTICLE.matcher(t).matches())
                && (node.has("headline") || node.has("articleBody") || node.has("datePublished"));
    }

    boolean hasType(String suffix) {
        return nodes.stream().anyMatch(n -> types(n).stream().anyMatch(t -> t.endsWith(suffix)));
    }

    /** First node that carries the field as text, and is in no list of others. */
    @Nullable
    String anywhere(String field) {
        for (JsonNode node : nodes) {
            String value = listed.contains(node) ? null : text(node, field);
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
