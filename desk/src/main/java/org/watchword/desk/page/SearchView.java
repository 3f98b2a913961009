package org.watchword.desk.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementQuery.Sort;
import org.watchword.model.FlagStatus;

/**
 * The search page.
 *
 * @param search what was asked
 * @param total statements that match
 * @param distinct how many are left when copies are shown once; null when each is shown
 * @param hits this page of them
 * @param tabs all, flagged, in context; candidates where there are any
 * @param facets what the search can be narrowed by
 * @param histogram statements over time
 * @param chips what narrows it now, each with the search without it
 * @param sorts the orders to choose from
 * @param older the next page; null on the last
 * @param error why the query was not understood; null when it was
 * @param rebuilding whether nothing was found while another generation of the index is being filled
 * @param suggestion words that find something, where those asked for find nothing; null for none
 */
public record SearchView(
        SearchRequest search,
        long total,
        @Nullable Long distinct,
        List<HitView> hits,
        List<FacetView.Option> tabs,
        List<FacetView> facets,
        Histogram histogram,
        List<Chip> chips,
        List<FacetView.Option> sorts,
        @Nullable String older,
        @Nullable QueryError error,
        boolean rebuilding,
        @Nullable String suggestion) {

    /** A hidden field by which a form keeps the rest of the search. */
    public record Field(String name, String value) {}

    static SearchView of(SearchRequest search, SearchResult result, Optional<String> suggestion, boolean rebuilding) {
        Facets facets = new Facets(search, result.facets());
        String next = result.next();
        return new SearchView(
                search,
                result.total(),
                result.distinct(),
                result.hits().stream().map(HitView::of).toList(),
                tabs(search, facets, result.total()),
                facets.all(),
                Histogram.of(result.facets().getOrDefault("date", List.of()), search),
                Chip.of(search),
                sorts(search),
                next == null ? null : SearchAddress.page(search.after(next)),
                null,
                rebuilding,
                suggestion.orElse(null));
    }

    static SearchView failed(SearchRequest search, QueryError error) {
        Histogram none = new Histogram("month", List.of());
        return new SearchView(
                search,
                0,
                null,
                List.of(),
                List.of(),
                List.of(),
                none,
                Chip.of(search),
                List.of(),
                null,
                error,
                false,
                null);
    }

    public String totalLine() {
        String all = Labels.count(total, "statement", "statements");
        return distinct == null ? all : all + ", " + Labels.number(distinct) + " without copies";
    }

    /** Shows copies once, or each again. */
    public FacetView.Option copiesOption() {
        return new FacetView.Option(
                "Show copies once", "", search.collapse(), SearchAddress.page(search.collapsed(!search.collapse())));
    }

    /** The first page, when this is not it; otherwise null. */
    public @Nullable String newest() {
        return search.after() == null ? null : SearchAddress.page(search.after(null));
    }

    /** The search for the words suggested; null when there are none. */
    public @Nullable String suggestionHref() {
        return suggestion == null ? null : SearchAddress.page(search.withText(suggestion));
    }

    public String clearHref() {
        return SearchAddress.page(search.unfiltered());
    }

    public String everythingHref() {
        return SearchAddress.page(SearchRequest.everything());
    }

    public String timelineHref() {
        return SearchAddress.timeline(search.after(null));
    }

    /** The queue of what this search finds. */
    public String reviewHref() {
        return SearchAddress.at("/review", search.after(null));
    }

    public String apiHref() {
        return SearchAddress.api(search);
    }

    /** What a form that saves the search sends. */
    public String parameters() {
        return SearchAddress.parameters(search);
    }

    public int maxQueryLength() {
        return SearchParameters.MAX_TEXT;
    }

    /** First day wanted, for a date field; empty when open. */
    public String fromDay() {
        DateBound from = search.from();
        return from == null ? "" : from.firstDay().toString();
    }

    /** Last day wanted, for a date field; empty when open. */
    public String toDay() {
        DateBound to = search.to();
        return to == null ? "" : to.lastDay().toString();
    }

    /** What the query form keeps besides the query. */
    public List<Field> fieldsBesidesText() {
        return fields(search.withText(""));
    }

    /** What the date form keeps besides the dates. */
    public List<Field> fieldsBesidesDates() {
        return fields(search.between(null, null));
    }

    private static List<Field> fields(SearchRequest kept) {
        String parameters = SearchAddress.parameters(kept);
        if (parameters.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(parameters.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Field(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<FacetView.Option> tabs(SearchRequest search, Facets facets, long total) {
        List<String> chosen = search.values(Facet.STATUS);
        List<FacetView.Option> tabs = new ArrayList<>();
        tabs.add(new FacetView.Option(
                "All statements",
                chosen.isEmpty() ? Labels.number(total) : "",
                chosen.isEmpty(),
                SearchAddress.page(search.with(Facet.STATUS, List.of()))));
        for (FlagStatus value : FlagStatus.values()) {
            String status = value.id();
            Long count = facets.count(Facet.STATUS, status);
            boolean isChosen = chosen.contains(status);
            if (value == FlagStatus.CANDIDATE && !isChosen && (count == null || count == 0)) {
                continue;
            }
            tabs.add(new FacetView.Option(
                    Labels.status(value),
                    count == null ? "" : Labels.number(count),
                    isChosen,
                    SearchAddress.page(search.with(Facet.STATUS, List.of(status)))));
        }
        return List.copyOf(tabs);
    }

    private static List<FacetView.Option> sorts(SearchRequest search) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.RELEVANCE || !search.text().isEmpty() || search.sort() == sort)
                .map(sort -> new FacetView.Option(
                        Labels.sort(sort), "", sort == search.sort(), SearchAddress.page(search.sortedBy(sort))))
                .toList();
    }
}
