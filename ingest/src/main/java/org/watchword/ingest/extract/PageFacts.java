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
        var bare = new PageFacts(html, new MetaTags(html), new JsonLd(html), null, url);
        return new PageFacts(
                html, bare.meta, bare.structured, bare.structured.article(bare.titles(), bare.addresses()), url);
    }

    /** What the page calls itself, letters and digits alone. */
    private List<String> titles() {
        var out = new ArrayList<String>();
        out.add(Headline.letters(html.title()));
        for (String name : List.of("og:title", "twitter:title")) {
            meta.all(name).forEach(value -> out.add(Headline.letters(value)));
        }
        html.getElementsByTag("h1").forEach(h1 -> out.add(Headline.letters(h1.text())));
        return out;
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
