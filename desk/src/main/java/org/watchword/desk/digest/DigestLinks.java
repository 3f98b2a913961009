package org.watchword.desk.digest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;

/**
 * Addresses of the desk in a digest.
 *
 * @param desk where readers reach the desk, without a slash at the end
 */
public record DigestLinks(String desk) {

    String statement(String id) {
        return desk + "/statements/" + segment(id);
    }

    String source(String id) {
        return desk + "/sources/" + segment(id);
    }

    /** The search for what was captured in a stretch of time, narrowed further. */
    String search(Subscription subscription, Instant from, Instant to, Map<Facet, List<String>> narrowed) {
        EnumMap<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        facets.putAll(subscription.facets());
        facets.putAll(narrowed);
        if (subscription.severity().ordinal() == 0 && !subscription.further().containsKey(Facet.SEVERITY)) {
            facets.remove(Facet.SEVERITY);
        }
        String captured = "captured:[" + from + " TO " + to + "}";
        String text = subscription.query().isBlank() ? captured : '(' + subscription.query() + ") " + captured;
        SearchRequest search = SearchRequest.everything().withText(text);
        for (Map.Entry<Facet, List<String>> facet : facets.entrySet()) {
            search = search.with(facet.getKey(), facet.getValue());
        }
        return desk + SearchAddress.page(search);
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
