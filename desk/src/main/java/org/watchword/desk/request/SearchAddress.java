package org.watchword.desk.request;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** What the search finds, summed up, in the JSON API. */
    public static String summary(SearchRequest search) {
        return write("/api/summary", search);
    }

    /** What is searched, as the address of its first page holds it, without path and {@code ?}; empty for everything. */
    public static String parameters(SearchRequest search) {
        String address = page(search.after(null));
        int query = address.indexOf('?');
        return query < 0 ? "" : address.substring(query + 1);
    }

    /**
     * The search that parameters ask for, written as in an address.
     *
     * @param parameters with or without a {@code ?} or a whole address before it; blank for everything
     * @throws BadParameterException when they cannot be read
     */
    public static SearchRequest read(String parameters) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        String written = parameters.strip();
        for (String pair : written.substring(written.indexOf('?') + 1).split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                read.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return SearchParameters.parse(read).after(null);
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("'" + Excerpt.of(value) + "' has a '%' without two hex digits");
        }
    }

    /** The timeline of what this search finds; it has an order of its own. */
    public static String timeline(SearchRequest search) {
        return write(
                "/timeline",
                new SearchRequest(
                        search.text(),
                        search.filters(),
                        search.from(),
                        search.to(),
                        Sort.DATE,
                        search.size(),
                        search.collapse(),
                        search.after()));
    }

    /** The page at {@code path} that takes the parameters of a search. */
    public static String at(String path, SearchRequest search) {
        return write(path, search);
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
