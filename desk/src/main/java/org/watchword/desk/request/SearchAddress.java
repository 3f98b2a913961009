package org.watchword.desk.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementQuery.Sort;

/** Writes a search as an address, leaving out what is at its default, so that equal searches have equal addresses. */
public final class SearchAddress {

    private SearchAddress() {}

    /** The search page that shows this search. */
    public static String page(SearchRequest search) {
        return write("/", search);
    }

    /** The same search in the JSON API. */
    public static String api(SearchRequest search) {
        return write("/api/statements", search);
    }

    private static String write(String path, SearchRequest search) {
        List<String> parts = new ArrayList<>();
        if (!search.text().isEmpty()) {
            parts.add("q=" + encode(search.text()));
        }
        for (Facet filter : Facet.values()) {
            for (String value : search.values(filter)) {
                parts.add(filter.parameter() + '=' + encode(SearchParameters.escape(value)));
            }
        }
        DateBound from = search.from();
        if (from != null) {
            parts.add("from=" + encode(from.written()));
        }
        DateBound to = search.to();
        if (to != null) {
            parts.add("to=" + encode(to.written()));
        }
        if (search.sort() != Sort.DATE) {
            parts.add("sort=" + search.sort().name().toLowerCase(Locale.ROOT));
        }
        if (search.size() != StatementQuery.DEFAULT_SIZE) {
            parts.add("size=" + search.size());
        }
        if (search.collapse()) {
            parts.add("collapse=" + SearchParameters.STORY);
        }
        String after = search.after();
        if (after != null) {
            parts.add("after=" + encode(after));
        }
        return parts.isEmpty() ? path : path + '?' + String.join("&", parts);
    }

    /** Parameters with their values, already escaped for lists; those without values are left out. */
    static String write(String path, Map<String, List<String>> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> parts.add(name + '=' + encode(value))));
        return parts.isEmpty() ? path : path + '?' + String.join("&", parts);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
