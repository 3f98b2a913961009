package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parsed page with its metadata read once.
 *
 * @param html the tree
 * @param meta {@code meta} elements
 * @param structured JSON-LD
 * @param article JSON-LD node of the page's article
 * @param url address it was fetched from, empty when unknown
 */
record PageFacts(
        Document html,
        MetaTags meta,
        JsonLd structured,
        @Nullable JsonNode article,
        String url) {

    static PageFacts of(Document html, String url) {
        var structured = new JsonLd(html);
        return new PageFacts(html, new MetaTags(html), structured, structured.article(), url);
    }

    /** Addresses the page goes by: where it was fetched, what it calls canonical. */
    List<String> addresses() {
        var out = new ArrayList<String>();
        out.add(url);
        String canonical = CanonicalAddress.of(this);
        if (canonical != null && !canonical.equals(url)) {
            out.add(canonical);
        }
        return out;
    }
}
