package org.watchword.desk.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementQuery.Sort;

/**
 * A search as one address holds it. Immutable; each change gives a new one at the first page.
 *
 * @param text query_string syntax; empty finds everything
 * @param filters the chosen values of each filter, in the order chosen
 * @param from first moment wanted
 * @param to last moment wanted
 * @param sort order of hits
 * @param size hits on a page
 * @param collapse whether copies of a statement in one story are shown once
 * @param after cursor of the page before, or null for the first page
 */
public record SearchRequest(
        String text,
        Map<Facet, List<String>> filters,
        @Nullable DateBound from,
        @Nullable DateBound to,
        Sort sort,
        int size,
        boolean collapse,
        @Nullable String after) {

    public SearchRequest {
        EnumMap<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        for (Facet filter : Facet.values()) {
            copy.put(filter, List.copyOf(filters.getOrDefault(filter, List.of())));
        }
        filters = Collections.unmodifiableMap(copy);
    }

    /** Everything, newest first. */
    public static SearchRequest everything() {
        return new SearchRequest("", Map.of(), null, null, Sort.DATE, StatementQuery.DEFAULT_SIZE, false, null);
    }

    /** The chosen values of a filter. */
    public List<String> values(Facet filter) {
        return filters.getOrDefault(filter, List.of());
    }

    /** Whether anything but the text narrows the search. */
    public boolean isFiltered() {
        return from != null || to != null || filters.values().stream().anyMatch(values -> !values.isEmpty());
    }

    /** With {@code value} added to the filter, or taken away when it is there. */
    public SearchRequest toggled(Facet filter, String value) {
        List<String> values = new ArrayList<>(values(filter));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(filter, values);
    }

    /** With exactly these values chosen. */
    public SearchRequest with(Facet filter, List<String> values) {
        EnumMap<Facet, List<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(filters);
        changed.put(filter, values);
        return new SearchRequest(text, changed, from, to, sort, size, collapse, null);
    }

    public SearchRequest between(@Nullable DateBound newFrom, @Nullable DateBound newTo) {
        return new SearchRequest(text, filters, newFrom, newTo, sort, size, collapse, null);
    }

    public SearchRequest withText(String newText) {
        return new SearchRequest(newText, filters, from, to, sort, size, collapse, null);
    }

    public SearchRequest sortedBy(Sort newSort) {
        return new SearchRequest(text, filters, from, to, newSort, size, collapse, null);
    }

    /** With copies shown once, or each. */
    public SearchRequest collapsed(boolean once) {
        return new SearchRequest(text, filters, from, to, sort, size, once, null);
    }

    /** The page behind the cursor; null for the first page. */
    public SearchRequest after(@Nullable String cursor) {
        return new SearchRequest(text, filters, from, to, sort, size, collapse, cursor);
    }

    /** The same words without filters and dates. */
    public SearchRequest unfiltered() {
        return new SearchRequest(text, Map.of(), null, null, sort, size, collapse, null);
    }

    /** Whatever people decided. */
    public SearchRequest withoutReviews() {
        return with(Facet.REVIEW, List.of()).with(Facet.AGREEMENT, List.of());
    }

    /** The other where it says something, and this where it says nothing. */
    public SearchRequest replacedBy(SearchRequest other) {
        SearchRequest replaced = other.text.isEmpty() ? this : withText(other.text);
        for (Facet filter : Facet.values()) {
            if (!other.values(filter).isEmpty()) {
                replaced = replaced.with(filter, other.values(filter));
            }
        }
        if (other.from != null || other.to != null) {
            replaced = replaced.between(other.from, other.to);
        }
        return replaced.collapsed(collapse || other.collapse);
    }

    public StatementQuery toQuery() {
        return new StatementQuery(
                text,
                filters,
                from == null ? null : from.start(),
                to == null ? null : to.end(),
                sort,
                size,
                collapse,
                after);
    }
}
