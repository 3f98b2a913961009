package org.watchword.desk.digest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.QueryException;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;

/** A subscription to a saved search asks what the search asks at the moment an issue is made. */
final class FollowedSearch {

    private static final String FLAGGED = "flagged";

    private final SavedSearches searches;

    FollowedSearch(SavedSearches searches) {
        this.searches = searches;
    }

    /**
     * The subscription with what it asks filled in; as it is when it follows none.
     *
     * @throws QueryException when the search is kept no longer, or asks for what no digest holds
     */
    Subscription of(Subscription subscription) {
        String name = subscription.savedSearch().orElse(null);
        if (name == null) {
            return subscription;
        }
        SavedSearch kept = searches.named(name)
                .orElseThrow(() -> new QueryException("there is no saved search “" + name + "” any more", -1));
        SearchRequest search;
        try {
            search = SearchAddress.read(kept.parameters());
        } catch (BadParameterException e) {
            throw new QueryException("the saved search “" + name + "” cannot be read: " + e.getMessage(), -1);
        }
        if (search.from() != null || search.to() != null) {
            throw new QueryException(
                    "the saved search “" + name
                            + "” has dates of its own, and a digest has its own time; save it without them",
                    -1);
        }
        List<String> statuses = search.values(Facet.STATUS);
        if (!statuses.isEmpty() && !statuses.contains(FLAGGED)) {
            throw new QueryException(
                    "the saved search “" + name + "” leaves out what is flagged, and a digest holds nothing else", -1);
        }
        return subscription.asking(search.text(), further(search));
    }

    private static Map<Facet, List<String>> further(SearchRequest search) {
        EnumMap<Facet, List<String>> further = new EnumMap<>(Facet.class);
        search.filters().forEach((facet, values) -> {
            if (!values.isEmpty() && facet != Facet.STATUS) {
                further.put(facet, values);
            }
        });
        return further;
    }
}
