package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.account.Account;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.desk.saved.SavedSearchEditor;
import org.watchword.index.SavedSearch;

/**
 * A saved search, on its own page and in the list.
 *
 * @param search what is kept
 * @param text the words looked for; empty for any
 * @param chips what narrows it
 * @param problem why this program cannot read it any more; null when it can
 * @param mine whether the visitor may change it
 */
public record SavedSearchView(
        SavedSearch search,
        String text,
        List<Chip> chips,
        @Nullable String problem,
        boolean mine) {

    static SavedSearchView of(SavedSearch search, Account visitor, GroupNames groups) {
        boolean mine = SavedSearchEditor.mayChange(visitor, search);
        try {
            SearchRequest request = SearchAddress.read(search.parameters());
            return new SavedSearchView(search, request.text(), Chip.of(request, groups), null, mine);
        } catch (BadParameterException e) {
            return new SavedSearchView(search, "", List.of(), e.getMessage(), mine);
        }
    }

    /** The search itself. */
    public String href() {
        return search.parameters().isEmpty() ? "/" : "/?" + search.parameters();
    }

    /** What it finds, in time order. */
    public String timelineHref() {
        return search.parameters().isEmpty() ? "/timeline" : "/timeline?" + search.parameters();
    }

    /** The page about it. */
    public String ownHref() {
        return Paths.saved(search.name());
    }

    public String changeHref() {
        return ownHref() + "/change";
    }

    public String removeHref() {
        return ownHref() + "/remove";
    }

    public String apiHref() {
        return "/api/searches/" + Paths.segment(search.name());
    }
}
