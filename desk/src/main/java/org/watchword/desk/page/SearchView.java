package org.watchword.desk.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.DocumentResult;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementQuery.Sort;
import org.watchword.model.FlagStatus;

/**
 * The search page.
 *
 * @param unit what is searched
 * @param search what was asked
 * @param total how many match
 * @param distinct how many are left when copies are shown once; null when each is shown
 * @param hits this page of them; empty when documents are searched
 * @param documents this page of documents; empty when statements are searched
 * @param tabs all, flagged, in context; candidates where there are any
 * @param facets what the search can be narrowed by
 * @param histogram how many over time
 * @param chips what narrows it now, each with the search without it
 * @param sorts the orders to choose from
 * @param older the next page; null on the last
 * @param error why the query was not understood; null when it was
 * @param rebuilding whether nothing was found while another generation of the index is being filled
 * @param suggestion words that find something, where those asked for find nothing; null for none
 */
public record SearchView(
        Unit unit,
        SearchRequest search,
        long total,
        @Nullable Long distinct,
        List<HitView> hits,
        List<DocumentHitView> documents,
        List<FacetView.Option> tabs,
        List<FacetView> facets,
        BarChart histogram,
        List<Chip> chips,
        List<FacetView.Option> sorts,
        @Nullable String older,
        @Nullable QueryError error,
        boolean rebuilding,
        @Nullable String suggestion) {

    /** A hidden field by which a form keeps the rest of the search. */
    public record Field(String name, String value) {}

    static SearchView of(
            SearchRequest search,
            SearchResult result,
            Optional<String> suggestion,
            boolean rebuilding,
            GroupNames groups) {
        return of(
                Unit.STATEMENTS,
                search,
                result.total(),
                result.distinct(),
                result.hits().stream().map(HitView::of).toList(),
                List.of(),
                result.facets(),
                result.next(),
                suggestion,
                rebuilding,
                groups);
    }

    static SearchView of(
            SearchRequest search,
            DocumentResult result,
            Optional<String> suggestion,
            boolean rebuilding,
            GroupNames groups) {
        return of(
                Unit.DOCUMENTS,
                search,
                result.total(),
                result.distinct(),
                List.of(),
                result.hits().stream().map(DocumentHitView::of).toList(),
                result.facets(),
                result.next(),
                suggestion,
                rebuilding,
                groups);
    }

    private static SearchView of(
            Unit unit,
            SearchRequest search,
            long total,
            @Nullable Long distinct,
            List<HitView> hits,
            List<DocumentHitView> documents,
            Map<String, List<SearchResult.Bucket>> counts,
            @Nullable String next,
            Optional<String> suggestion,
            boolean rebuilding,
            GroupNames groups) {
        Facets facets = new Facets(search, counts, unit::page, groups);
        return new SearchView(
                unit,
                search,
                total,
                distinct,
                hits,
                documents,
                tabs(unit, search, facets, total),
                facets.all(),
                Histogram.of(unit, counts.getOrDefault("date", List.of()), search),
                Chip.of(search, unit::page, groups),
                sorts(unit, search),
                next == null ? null : unit.page(search.after(next)),
                null,
                rebuilding,
                suggestion.orElse(null));
    }

    static SearchView failed(Unit unit, SearchRequest search, QueryError error, GroupNames groups) {
        return new SearchView(
                unit,
                search,
                0,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Histogram.none(unit),
                Chip.of(search, unit::page, groups),
                List.of(),
                null,
                error,
                false,
                null);
    }

    /** The same search for each unit, the one shown now chosen. What people decided says nothing of documents. */
    public List<FacetView.Option> units() {
        return Arrays.stream(Unit.values())
                .map(other -> new FacetView.Option(
                        Labels.capital(other.many()),
                        "",
                        other == unit,
                        other == Unit.DOCUMENTS ? documentsHref() : other.page(search.after(null))))
                .toList();
    }

    /** The same search of documents. */
    public String documentsHref() {
        return Unit.DOCUMENTS.page(search.withoutReviews().after(null));
    }

    public boolean isOfStatements() {
        return unit == Unit.STATEMENTS;
    }

    /** Whether there are hits on this page. */
    public boolean hasHits() {
        return !hits.isEmpty() || !documents.isEmpty();
    }

    public String totalLine() {
        String all = Labels.count(total, unit.one(), unit.many());
        return distinct == null ? all : all + ", " + Labels.number(distinct) + " without copies";
    }

    /** Shows copies once, or each again. */
    public FacetView.Option copiesOption() {
        return new FacetView.Option(
                "Show copies once", "", search.collapse(), unit.page(search.collapsed(!search.collapse())));
    }

    /** The first page, when this is not it; otherwise null. */
    public @Nullable String newest() {
        return search.after() == null ? null : unit.page(search.after(null));
    }

    /** The search for the words suggested; null when there are none. */
    public @Nullable String suggestionHref() {
        return suggestion == null ? null : unit.page(search.withText(suggestion));
    }

    public String clearHref() {
        return unit.page(search.unfiltered());
    }

    public String everythingHref() {
        return unit.page(SearchRequest.everything());
    }

    public String timelineHref() {
        return SearchAddress.timeline(search.after(null));
    }

    /** The queue of what this search finds. */
    public String reviewHref() {
        return SearchAddress.at("/review", search.after(null));
    }

    public String apiHref() {
        return unit.api(search);
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

    private static List<FacetView.Option> tabs(Unit unit, SearchRequest search, Facets facets, long total) {
        List<String> chosen = search.values(Facet.STATUS);
        List<FacetView.Option> tabs = new ArrayList<>();
        tabs.add(new FacetView.Option(
                "All",
                chosen.isEmpty() ? Labels.number(total) : "",
                chosen.isEmpty(),
                unit.page(search.with(Facet.STATUS, List.of()))));
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
                    unit.page(search.with(Facet.STATUS, List.of(status)))));
        }
        return List.copyOf(tabs);
    }

    private static List<FacetView.Option> sorts(Unit unit, SearchRequest search) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.RELEVANCE || !search.text().isEmpty() || search.sort() == sort)
                .map(sort -> new FacetView.Option(
                        Labels.sort(sort), "", sort == search.sort(), unit.page(search.sortedBy(sort))))
                .toList();
    }
}
