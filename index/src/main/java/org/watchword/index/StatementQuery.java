package org.watchword.index;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for statements. Values of one facet are alternatives; all facets must hold.
 *
 * @param text query_string syntax, all terms required by default; blank finds everything
 * @param facets the values wanted of each; one without values takes any, also statements that have none
 * @param from published (or, where unknown, captured) at or after
 * @param to published before
 * @param sort the order of hits
 * @param size hits wanted, 0 to 200
 * @param collapse whether of statements with the same words in one story only one is shown, with its {@link Copies}
 * @param after the {@code next} of the page before, or null for the first page
 */
public record StatementQuery(
        String text,
        Map<Facet, List<String>> facets,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        int size,
        boolean collapse,
        @Nullable String after) {

    /** The order of hits; ties are broken by id, so that pages never overlap. */
    public enum Sort {
        /** Newest first. */
        DATE,
        /** Oldest first: as on a timeline. */
        OLDEST,
        /** Best match first. */
        RELEVANCE,
        /** Gravest first, then newest. */
        SEVERITY
    }

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 200;

    /** @throws IllegalArgumentException when {@code size} is out of bounds */
    public StatementQuery {
        EnumMap<Facet, List<String>> wanted = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                wanted.put(facet, List.copyOf(values));
            }
        });
        facets = Collections.unmodifiableMap(wanted);
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be 0 to " + MAX_SIZE + ", not " + size);
        }
    }

    /** The values wanted of a facet; empty for any. */
    public List<String> wanted(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }

    /** The first page of everything that matches {@code text}, newest first, every copy shown. */
    public static StatementQuery of(String text) {
        return new StatementQuery(text, Map.of(), null, null, Sort.DATE, DEFAULT_SIZE, false, null);
    }

    /** The same search in another order, from where {@code next} points. */
    public StatementQuery paged(Sort order, int hits, @Nullable String next) {
        return shown(order, hits, collapse, next);
    }

    /** The first page of the same search with other words. */
    public StatementQuery withText(String newText) {
        return new StatementQuery(newText, facets, from, to, sort, size, collapse, null);
    }

    /** The same search, with copies shown once. */
    public StatementQuery collapsed() {
        return shown(sort, size, true, after);
    }

    private StatementQuery shown(Sort order, int hits, boolean once, @Nullable String next) {
        return new StatementQuery(text, facets, from, to, order, hits, once, next);
    }
}
