package org.watchword.desk.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementQuery.Sort;
import org.watchword.model.Category;
import org.watchword.model.FlagStatus;
import org.watchword.model.NearestKey;
import org.watchword.model.Severity;
import org.watchword.model.review.Agreement;
import org.watchword.model.review.ReviewState;

/**
 * Reads the parameters of a search. A parameter given twice, or a list with commas, means alternatives; {@code \,} is a comma within
 * a value. An empty parameter is as good as none, since a form sends its empty fields.
 */
public final class SearchParameters {

    /** Longest query text, in UTF-16 units. */
    public static final int MAX_TEXT = 1_000;

    /** Longest value of a filter, in UTF-16 units. */
    public static final int MAX_VALUE = 300;

    /** Most values of one filter. */
    public static final int MAX_VALUES = 50;

    /** The one value of {@code collapse}: of copies in one story, one is shown. */
    public static final String STORY = "story";

    private static final int MAX_CURSOR = 4_000;

    private static final List<String> STATUSES =
            Arrays.stream(FlagStatus.values()).map(FlagStatus::id).toList();
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();
    private static final List<String> EDITS = List.of("announced", "silent");
    private static final Set<String> CATEGORIES = Arrays.stream(Category.values())
            .flatMap(category -> Stream.of(category.id(), category.id().split("\\.")[0]))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> SORTS =
            Arrays.stream(Sort.values()).map(SearchParameters::name).toList();
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("q", "from", "to", "sort", "size", "collapse", "after"),
                    Arrays.stream(Facet.values()).map(Facet::parameter))
            .collect(Collectors.toUnmodifiableSet());

    private SearchParameters() {}

    /** The names of all parameters. */
    public static Set<String> known() {
        return KNOWN;
    }

    /** @throws BadParameterException when a parameter is unknown or its value cannot be used */
    public static SearchRequest parse(Map<String, List<String>> parameters) {
        requireKnown(parameters.keySet(), KNOWN);
        EnumMap<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet filter : Facet.values()) {
            filters.put(filter, values(filter, parameters.getOrDefault(filter.parameter(), List.of())));
        }
        String text = single(parameters, "q");
        if (text.length() > MAX_TEXT) {
            throw new BadParameterException(
                    "'q' is limited to " + MAX_TEXT + " characters; this one has " + text.length());
        }
        String after = single(parameters, "after");
        if (after.length() > MAX_CURSOR) {
            throw new BadParameterException("'after' is not a cursor this search gave out");
        }
        DateBound from = date("from", single(parameters, "from"));
        DateBound to = date("to", single(parameters, "to"));
        if (from != null && to != null && !to.end().isAfter(from.start())) {
            throw new BadParameterException(
                    "'to' (" + to.written() + ") must not be before 'from' (" + from.written() + ")");
        }
        return new SearchRequest(
                text.isBlank() ? "" : text,
                filters,
                from,
                to,
                sort(single(parameters, "sort")),
                size(single(parameters, "size")),
                collapse(single(parameters, "collapse")),
                after.isEmpty() ? null : after);
    }

    /**
     * Of a search for documents.
     *
     * @throws BadParameterException also where it asks what people decided, which they do on statements
     */
    public static SearchRequest ofDocuments(Map<String, List<String>> parameters) {
        SearchRequest search = parse(parameters);
        for (Facet facet : Facet.values()) {
            if (facet.isOfReview() && !search.values(facet).isEmpty()) {
                throw new BadParameterException(
                        "'" + facet.parameter() + "' narrows statements, not documents: people decide on statements");
            }
        }
        return search;
    }

    /** @throws BadParameterException naming the first unknown parameter and the nearest known one */
    public static void requireKnown(Set<String> given, Set<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new BadParameterException("unknown parameter '" + Excerpt.of(name) + "'" + nearest(name, known));
            }
        }
    }

    /** {@code value} as one entry of a comma list. */
    static String escape(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }

    static List<String> values(Facet filter, List<String> given) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        for (String list : given) {
            for (String entry : split(list)) {
                String value = entry.strip();
                if (!value.isEmpty()) {
                    values.add(checked(filter, value));
                }
            }
        }
        if (values.size() > MAX_VALUES) {
            throw new BadParameterException(
                    "'" + filter.parameter() + "' takes at most " + MAX_VALUES + " values, not " + values.size());
        }
        return List.copyOf(values);
    }

    private static String checked(Facet filter, String value) {
        if (value.length() > MAX_VALUE) {
            throw new BadParameterException("a value of '" + filter.parameter() + "' is limited to " + MAX_VALUE
                    + " characters; this one has " + value.length());
        }
        return switch (filter) {
            case STATUS -> oneOf("status", value, STATUSES);
            case CATEGORY -> oneOf("category", value, CATEGORIES);
            case EDITED -> oneOf("edited", value, EDITS);
            case SEVERITY -> oneOf("severity", value, SEVERITIES);
            case REVIEW -> oneOf("review", value, ReviewState.ids());
            case AGREEMENT -> oneOf("agreement", value, Agreement.ids());
            case SPEAKER, OFFICE, COUNTRY, TARGET, SOURCE, OUTLET, OUTLET_COUNTRY, LANGUAGE, RULE -> value;
        };
    }

    private static String oneOf(String parameter, String value, java.util.Collection<String> known) {
        if (!known.contains(value)) {
            throw new BadParameterException(
                    "'" + parameter + "' has no value '" + Excerpt.of(value) + "'" + nearest(value, known));
        }
        return value;
    }

    private static String nearest(String typed, java.util.Collection<String> known) {
        return NearestKey.of(typed, known)
                .map(key -> "; did you mean '" + key + "'?")
                .orElseGet(() ->
                        "; known: " + String.join(", ", known.stream().sorted().toList()));
    }

    private static List<String> split(String list) {
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\\' && i + 1 < list.length() && (list.charAt(i + 1) == ',' || list.charAt(i + 1) == '\\')) {
                entry.append(list.charAt(++i));
            } else if (c == ',') {
                entries.add(entry.toString());
                entry.setLength(0);
            } else {
                entry.append(c);
            }
        }
        entries.add(entry.toString());
        return entries;
    }

    static String single(Map<String, List<String>> parameters, String name) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new BadParameterException("'" + name + "' can be given once only");
        }
        return given.isEmpty() ? "" : given.get(0);
    }

    private static @Nullable DateBound date(String name, String value) {
        return value.isBlank() ? null : DateBound.parse(name, value.strip());
    }

    private static boolean collapse(String value) {
        return !value.isBlank()
                && oneOf("collapse", value.strip(), List.of(STORY)).equals(STORY);
    }

    private static Sort sort(String value) {
        if (value.isBlank()) {
            return Sort.DATE;
        }
        return Sort.valueOf(oneOf("sort", value.strip(), SORTS).toUpperCase(Locale.ROOT));
    }

    static int size(String value) {
        if (value.isBlank()) {
            return StatementQuery.DEFAULT_SIZE;
        }
        try {
            int size = Integer.parseInt(value.strip());
            if (size >= 0 && size <= StatementQuery.MAX_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw badSize(value);
        }
        throw badSize(value);
    }

    private static BadParameterException badSize(String value) {
        return new BadParameterException(
                "'size' must be a number from 0 to " + StatementQuery.MAX_SIZE + ", not '" + Excerpt.of(value) + "'");
    }

    private static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
