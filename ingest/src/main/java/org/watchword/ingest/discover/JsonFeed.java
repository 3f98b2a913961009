package org.watchword.ingest.discover;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links of a JSON Feed (jsonfeed.org, versions 1 and 1.1). */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonFeed() {}

    /** Whether the bytes may be JSON: the first that is no space opens an object. */
    static boolean isMeant(byte[] body) {
        for (byte b : body) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }

    /** @throws DiscoveryException when it is other JSON, or none */
    static Listing read(byte[] body, String url) throws DiscoveryException {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new DiscoveryException("not-a-feed", url + ": not a JSON feed: " + e.getOriginalMessage(), e);
        }
        if (!root.path("version").asString("").contains("jsonfeed.org/version/")) {
            throw new DiscoveryException(
                    "not-a-feed", url + ": not a JSON feed: no version of jsonfeed.org is named", null);
        }
        List<Link> links = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            String link = first(item, "url", "external_url");
            if (link == null) {
                link = FeedLinks.addressIn(first(item, "id"));
            }
            if (link != null) {
                links.add(new Link(
                        FeedLinks.absolute(url, link),
                        FeedDate.of(first(item, "date_modified")),
                        FeedDate.of(first(item, "date_published")),
                        FeedLinks.plain(first(item, "title")),
                        true));
            }
        }
        String next = first(root, "next_url");
        return new Listing(links, List.of(), next == null ? null : FeedLinks.absolute(url, next));
    }

    private static @Nullable String first(JsonNode item, String... fields) {
        for (String field : fields) {
            JsonNode value = item.path(field);
            if (value.isString() && !value.stringValue().isBlank()) {
                return value.stringValue().strip();
            }
        }
        return null;
    }
}
