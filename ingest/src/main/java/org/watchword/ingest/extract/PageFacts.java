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
 * @param elements of the tree
 * @param hints what names of elements say
 * @param meta {@code meta} elements
 * @param structured JSON-LD
 * @param article JSON-LD node of the page's article
 * @param url address it was fetched from, empty when unknown
 * @param canonical the address it gives itself and that is believed
 */
record PageFacts(
        Document html,
        PageElements elements,
        Hints hints,
        MetaTags meta,
        JsonLd structured,
        @Nullable JsonNode article,
        String url,
        @Nullable String canonical) {

    static PageFacts of(Document html, String url, Hints hints) {
        var elements = new PageElements(html);
        var meta = new MetaTags(elements);
        String canonical = CanonicalAddress.of(elements, meta, url);
        var bare = new PageFacts(html, elements, hints, meta, new JsonLd(elements), null, url, canonical);
        JsonNode article = bare.structured.article(bare.titles(), bare.addresses());
        return new PageFacts(html, elements, hints, meta, bare.structured, article, url, bare.canonical);
    }

    /** What the page calls itself, letters and digits alone. */
    private List<String> titles() {
        var out = new ArrayList<String>();
        out.add(Headline.letters(html.title()));
        for (String name : List.of("og:title", "twitter:title")) {
            meta.all(name).forEach(value -> out.add(Headline.letters(value)));
        }
        elements.tagged("h1").forEach(h1 -> out.add(Headline.letters(h1.text())));
        return out;
    }

    /** Addresses the page goes by: where it was fetched, what it calls canonical. */
    List<String> addresses() {
        var out = new ArrayList<String>();
        out.add(url);
        if (canonical != null && !canonical.equals(url)) {
            out.add(canonical);
        }
        return out;
    }
}
