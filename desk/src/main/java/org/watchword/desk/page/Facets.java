package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.Filter;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.SearchResult.Bucket;
import org.watchword.model.Category;

/** Turns counts into links that narrow a search. A chosen value is always listed, also when nothing has it any more. */
final class Facets {

    private static final int AT_ONCE = 8;

    private final SearchRequest search;
    private final Map<String, List<Bucket>> counts;

    Facets(SearchRequest search, Map<String, List<Bucket>> counts) {
        this.search = search;
        this.counts = counts;
    }

    /** The facets in the order they are shown. The status stands above the hits, not among them. */
    List<FacetView> all() {
        return List.of(
                categories(),
                plain(Filter.SPEAKER, "Speaker", UnaryOperator.identity()),
                plain(Filter.TARGET, "About", UnaryOperator.identity()),
                plain(Filter.SOURCE, "Source", UnaryOperator.identity()),
                plain(Filter.LANGUAGE, "Language", Labels::language),
                plain(Filter.EDITED, "Page edited since", Labels::edited));
    }

    /** The count of one value; null when the index gave none. */
    @Nullable
    Long count(Filter filter, String value) {
        return counts.getOrDefault(filter.parameter(), List.of()).stream()
                .filter(bucket -> bucket.key().equals(value))
                .map(Bucket::count)
                .findFirst()
                .orElse(null);
    }

    private FacetView plain(Filter filter, String title, UnaryOperator<String> label) {
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
        Map<String, Long> counted = keys(Filter.CATEGORY);
        Map<String, List<FacetView.Option>> byFamily = new LinkedHashMap<>();
        List<FacetView.Option> others = new ArrayList<>();
        for (Category category : Category.values()) {
            String family = CategoryNames.family(category);
            boolean single = CategoryNames.familyName(family).equals(CategoryNames.OTHERS);
            boolean chosen = search.values(Filter.CATEGORY).contains(category.id());
            if (counted.containsKey(category.id())) {
                SearchRequest toggled = chosen || single
                        ? search.toggled(Filter.CATEGORY, category.id())
                        : search.with(Filter.CATEGORY, without(family)).toggled(Filter.CATEGORY, category.id());
                FacetView.Option option =
                        option(CategoryNames.name(category), counted.get(category.id()), chosen, toggled);
                (single ? others : byFamily.computeIfAbsent(family, name -> new ArrayList<>())).add(option);
            } else if (!single && search.values(Filter.CATEGORY).contains(family)) {
                byFamily.computeIfAbsent(family, name -> new ArrayList<>());
            }
        }
        List<FacetView.Group> groups = new ArrayList<>();
        byFamily.forEach((family, options) -> groups.add(
                new FacetView.Group(CategoryNames.familyName(family), familyOption(family), options, List.of())));
        if (!others.isEmpty()) {
            groups.add(new FacetView.Group(groups.isEmpty() ? null : CategoryNames.OTHERS, null, others, List.of()));
        }
        return new FacetView(Filter.CATEGORY.parameter(), "Category", groups);
    }

    /** Chooses a whole family in place of any of its members. */
    private FacetView.Option familyOption(String family) {
        boolean chosen = search.values(Filter.CATEGORY).contains(family);
        List<String> rest = search.values(Filter.CATEGORY).stream()
                .filter(value -> !value.equals(family) && !value.startsWith(family + '.'))
                .toList();
        SearchRequest toggled = chosen
                ? search.with(Filter.CATEGORY, rest)
                : search.with(Filter.CATEGORY, rest).toggled(Filter.CATEGORY, family);
        return option(CategoryNames.familyName(family), null, chosen, toggled);
    }

    private List<String> without(String family) {
        return search.values(Filter.CATEGORY).stream()
                .filter(value -> !value.equals(family))
                .toList();
    }

    /** Values with their counts, in the index's order, then chosen values it did not count. */
    private Map<String, Long> keys(Filter filter) {
        Map<String, Long> keys = new LinkedHashMap<>();
        counts.getOrDefault(filter.parameter(), List.of()).forEach(bucket -> keys.put(bucket.key(), bucket.count()));
        search.values(filter).forEach(value -> keys.putIfAbsent(value, 0L));
        return keys;
    }

    private static FacetView.Option option(String label, @Nullable Long count, boolean chosen, SearchRequest toggled) {
        return new FacetView.Option(
                label, count == null ? "" : Labels.number(count), chosen, SearchAddress.page(toggled));
    }
}
