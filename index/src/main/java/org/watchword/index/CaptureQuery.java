package org.watchword.index;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Statements by when their bytes were received, which no outlet can backdate.
 *
 * @param text query_string syntax, as in {@link StatementQuery}; blank takes everything
 * @param facets the values wanted of each; one without values takes any
 * @param from captured at or after
 * @param to captured before
 */
public record CaptureQuery(String text, Map<Facet, List<String>> facets, Instant from, Instant to) {

    public CaptureQuery {
        EnumMap<Facet, List<String>> wanted = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> wanted.put(facet, List.copyOf(values)));
        facets = Collections.unmodifiableMap(wanted);
    }

    /** The same in another stretch of time. */
    public CaptureQuery between(Instant newFrom, Instant newTo) {
        return new CaptureQuery(text, facets, newFrom, newTo);
    }
}
