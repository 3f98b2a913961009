package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;

/**
 * A filter in force.
 *
 * @param kind what it narrows by
 * @param label the value
 * @param hrefWithout the search without it
 */
public record Chip(String kind, String label, String hrefWithout) {

    /** Those of the search page. */
    static List<Chip> of(SearchRequest search, GroupNames groups) {
        return of(search, SearchAddress::page, groups);
    }

    /** @param address the page that shows a search */
    static List<Chip> of(SearchRequest search, Function<SearchRequest, String> address, GroupNames groups) {
        List<Chip> chips = new ArrayList<>();
        for (Facet filter : Facet.values()) {
            for (String value : search.values(filter)) {
                chips.add(new Chip(
                        kind(filter), label(filter, value, groups), address.apply(search.toggled(filter, value))));
            }
        }
        DateBound from = search.from();
        DateBound to = search.to();
        if (from != null && from.equals(to)) {
            chips.add(new Chip("Date", from.written(), address.apply(search.between(null, null))));
        } else {
            if (from != null) {
                chips.add(new Chip("From", from.written(), address.apply(search.between(null, to))));
            }
            if (to != null) {
                chips.add(new Chip("To", to.written(), address.apply(search.between(from, null))));
            }
        }
        return List.copyOf(chips);
    }

    private static String kind(Facet filter) {
        String name =
                switch (filter) {
                    case TARGET -> "about";
                    case EDITED -> "page";
                    case OUTLET_COUNTRY -> "outlet in";
                    default -> filter.parameter();
                };
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String label(Facet filter, String value, GroupNames groups) {
        return switch (filter) {
            case STATUS -> value.equals("context") ? "in context" : value;
            case CATEGORY -> CategoryNames.ofValue(value);
            case LANGUAGE -> Labels.language(value);
            case EDITED -> Labels.edited(value);
            case REVIEW -> Labels.review(value);
            case AGREEMENT -> Labels.agreement(value);
            case TARGET -> groups.of(value);
            case SEVERITY, SPEAKER, OFFICE, COUNTRY, SOURCE, OUTLET, OUTLET_COUNTRY, RULE -> value;
        };
    }
}
