package org.watchword.desk.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.index.EditQuery;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;

/** Reads and writes the parameters of a search for edited pages: {@code q}, {@code silent}, {@code source}, {@code size}, {@code after}. */
public final class EditParameters {

    private static final Set<String> KNOWN = Set.of("q", "silent", "source", "size", "after");

    private EditParameters() {}

    /** @throws BadParameterException when a parameter is unknown or its value cannot be used */
    public static EditQuery parse(Map<String, List<String>> parameters) {
        SearchParameters.requireKnown(parameters.keySet(), KNOWN);
        String text = SearchParameters.single(parameters, "q");
        if (text.length() > SearchParameters.MAX_TEXT) {
            throw new BadParameterException(
                    "'q' is limited to " + SearchParameters.MAX_TEXT + " characters; this one has " + text.length());
        }
        String after = SearchParameters.single(parameters, "after");
        return new EditQuery(
                text.strip(),
                flag("silent", SearchParameters.single(parameters, "silent")),
                SearchParameters.values(Facet.SOURCE, parameters.getOrDefault("source", List.of())),
                SearchParameters.size(SearchParameters.single(parameters, "size")),
                after.isEmpty() ? null : after);
    }

    /** The same search of a page behind the cursor, as an address. */
    public static String page(EditQuery query, String after) {
        return SearchAddress.write("/edits", parts(query, after));
    }

    /** The same search in the JSON API. */
    public static String api(EditQuery query) {
        return SearchAddress.write("/api/edits", parts(query, ""));
    }

    private static Map<String, List<String>> parts(EditQuery query, String after) {
        Map<String, List<String>> parts = new java.util.LinkedHashMap<>();
        parts.put("q", query.text().isEmpty() ? List.of() : List.of(query.text()));
        parts.put("silent", query.silentOnly() ? List.of("true") : List.of());
        parts.put(
                "source", query.sources().stream().map(SearchParameters::escape).toList());
        parts.put("size", query.size() == StatementQuery.DEFAULT_SIZE ? List.of() : List.of("" + query.size()));
        parts.put("after", after.isEmpty() ? List.of() : List.of(after));
        return parts;
    }

    private static boolean flag(String name, String value) {
        return switch (value) {
            case "", "false" -> false;
            case "true" -> true;
            default ->
                throw new BadParameterException(
                        "'" + name + "' must be true or false, not '" + Excerpt.of(value) + "'");
        };
    }
}
