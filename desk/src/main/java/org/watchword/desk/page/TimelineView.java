package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;

/**
 * What a search finds in time order: a chart over all of it, and the quotes of this page.
 *
 * @param search what was asked
 * @param asked the same in words
 * @param total statements found
 * @param distinct how many are left when copies are shown once; null when each is shown
 * @param chart all of them over time
 * @param hits this page of them, the oldest first
 * @param chips what narrows it, each with the timeline without it
 * @param later the next page; null on the last
 * @param command takes it away, as typed in a shell
 */
public record TimelineView(
        SearchRequest search,
        String asked,
        long total,
        @Nullable Long distinct,
        BarChart chart,
        List<HitView> hits,
        List<Chip> chips,
        @Nullable String later,
        String command) {

    public String totalLine() {
        String all = Labels.count(total, "statement", "statements");
        return distinct == null ? all : all + ", " + Labels.number(distinct) + " without copies";
    }

    public String searchHref() {
        return SearchAddress.page(search.after(null));
    }

    /** The first page, when this is not it; otherwise null. */
    public @Nullable String earliest() {
        return search.after() == null ? null : SearchAddress.timeline(search.after(null));
    }

    /** Shows copies once, or each again. */
    public FacetView.Option copiesOption() {
        return new FacetView.Option(
                "Show copies once",
                "",
                search.collapse(),
                SearchAddress.timeline(search.collapsed(!search.collapse())));
    }
}
