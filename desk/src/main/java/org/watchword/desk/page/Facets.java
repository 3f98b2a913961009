package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.SearchResult.Bucket;
import org.watchword.model.Category;

/** Turns counts into links that narrow a search. A chosen value is always listed, also when nothing has it any more. */
final class Facets {

    private static final int AT_ONCE = 8;
    private static final long UNCOUNTED = -1;

    private final SearchRequest search;
    private final Map<String, List<Bucket>> counts;
    private final Function<SearchRequest, String> address;
    private final GroupNames groups;

    /** @param address the page that shows a search */
    Facets(
            SearchRequest search,
            Map<String, List<Bucket>> counts,
            Function<SearchRequest, String> address,
            GroupNames groups) {
        this.search = search;
        this.counts = counts;
        this.address = address;
        this.groups = groups;
    }

    /** The facets in the order they are shown. The status stands above the hits, not among them. */
    List<FacetView> all() {
        return List.of(
                categories(),
                plain(Facet.SEVERITY, "Severity", UnaryOperator.identity()),
                plain(Facet.SPEAKER, "Speaker", UnaryOperator.identity()),
                plain(Facet.OFFICE, "Speaking as", UnaryOperator.identity()),
                plain(Facet.COUNTRY, "Office of", UnaryOperator.identity()),
                plain(Facet.TARGET, "About", groups::of),
                plain(Facet.OUTLET, "Outlet", UnaryOperator.identity()),
                plain(Facet.OUTLET_COUNTRY, "Outlet in", UnaryOperator.identity()),
                plain(Facet.SOURCE, "Source", UnaryOperator.identity()),
                plain(Facet.LANGUAGE, "Language", Labels::language),
                plain(Facet.RULE, "Rule", UnaryOperator.identity()),
                plain(Facet.REVIEW, "Review", Labels::review),
                plain(Facet.AGREEMENT, "Reviewers", Labels::agreement),
                plain(Facet.EDITED, "Page edited since", Labels::edited));
    }

    /** The count of one value; null when the index gave none. */
    @Nullable
    Long count(Facet filter, String value) {
        return counts.getOrDefault(filter.parameter(), List.of()).stream()
                .filter(bucket -> bucket.key().equals(value))
                .map(Bucket::count)
                .findFirst()
                .orElse(null);
    }

    private FacetView plain(Facet filter, String title, UnaryOperator<String> label) {
        List<FacetView.Option> chosen = new ArrayList<>();
        List<FacetView.Option> others = new ArrayList<>();
        keys(filter).forEach((key, count) -> {
            boolean isChosen = search.values(filter).contains(key);
            (isChosen ? chosen : others).add(option(label.apply(key), count, isChosen, search.toggled(filter, key)));
        });
        chosen.addAll(others);
        int cut = chosen.size() <= AT_ONCE + 1 ? chosen.size() : AT_ONCE;
        FacetView.Group group =
                new FacetView.Group(null, null, chosen.subList(0, cut), chosen.subList(cut, chosen.size()));
        return new FacetView(filter.parameter(), title, List.of(group));
    }

    private FacetView categories() {
        Map<String, Long> counted = keys(Facet.CATEGORY);
        Map<String, List<FacetView.Option>> byFamily = new LinkedHashMap<>();
        List<FacetView.Option> others = new ArrayList<>();
        for (Category category : Category.values()) {
            String family = CategoryNames.family(category);
            boolean single = CategoryNames.familyName(family).equals(CategoryNames.OTHERS);
            boolean chosen = search.values(Facet.CATEGORY).contains(category.id());
            if (counted.containsKey(category.id())) {
                SearchRequest toggled = chosen || single
                        ? search.toggled(Facet.CATEGORY, category.id())
                        : search.with(Facet.CATEGORY, without(family)).toggled(Facet.CATEGORY, category.id());
                FacetView.Option option =
                        option(CategoryNames.name(category), counted.get(category.id()), chosen, toggled);
                (single ? others : byFamily.computeIfAbsent(family, name -> new ArrayList<>())).add(option);
            } else if (!single && search.values(Facet.CATEGORY).contains(family)) {
                byFamily.computeIfAbsent(family, name -> new ArrayList<>());
            }
        }
        List<FacetView.Group> groups = new ArrayList<>();
        byFamily.forEach((family, options) -> groups.add(
                new FacetView.Group(CategoryNames.familyName(family), familyOption(family), options, List.of())));
        if (!others.isEmpty()) {
            groups.add(new FacetView.Group(groups.isEmpty() ? null : CategoryNames.OTHERS, null, others, List.of()));
        }
        return new FacetView(Facet.CATEGORY.parameter(), "Category", groups);
    }

    /** Chooses a whole family in place of any of its members. */
    private FacetView.Option familyOption(String family) {
        boolean chosen = search.values(Facet.CATEGORY).contains(family);
        List<String> rest = search.values(Facet.CATEGORY).stream()
                .filter(value -> !value.equals(family) && !value.startsWith(family + '.'))
                .toList();
        SearchRequest toggled = chosen
                ? search.with(Facet.CATEGORY, rest)
                : search.with(Facet.CATEGORY, rest).toggled(Facet.CATEGORY, family);
        return option(CategoryNames.familyName(family), null, chosen, toggled);
    }

    private List<String> without(String family) {
        return search.values(Facet.CATEGORY).stream()
                .filter(value -> !value.equals(family))
                .toList();
    }

    /** Values with their counts, in the index's order, then chosen values it did not count. */
    private Map<String, Long> keys(Facet filter) {
        Map<String, Long> keys = new LinkedHashMap<>();
        counts.getOrDefault(filter.parameter(), List.of()).forEach(bucket -> keys.put(bucket.key(), bucket.count()));
        // A list as long as that is cut off; what is not on it may still have some.
        long missing = keys.size() < SearchResult.MOST_VALUES ? 0 : UNCOUNTED;
        search.values(filter).forEach(value -> keys.putIfAbsent(value, missing));
        return keys;
    }

    private FacetView.Option option(String label, @Nullable Long count, boolean chosen, SearchRequest toggled) {
        return new FacetView.Option(
                label, count == null || count == UNCOUNTED ? "" : Labels.number(count), chosen, address.apply(toggled));
    }
}
