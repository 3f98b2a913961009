package org.watchword.desk.batch;

import org.watchword.desk.access.RefusedException;
import org.watchword.desk.account.Account;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.saved.SavedSearchEditor;

/** Keeps the searches of a batch under the names their lines give, as their author could one by one: digests and exports take them by these. */
public final class BatchKeeping {

    private final SavedSearchEditor searches;

    public BatchKeeping(SavedSearchEditor searches) {
        this.searches = searches;
    }

    /**
     * What became of one line.
     *
     * @param count the line's count; its problem says why the search was not kept
     * @param name the name it is kept under; empty when it is not
     */
    public record Kept(BatchCount count, String name) {}

    /** Keeps the search of a line that could be counted; one that could not stays as it is. A name that is taken is not overwritten. */
    public Kept keep(Account owner, BatchCount count) {
        BatchLine line = count.line();
        SearchRequest search = line.search();
        if (search == null || count.summary() == null) {
            return new Kept(count, "");
        }
        if (line.name().isEmpty()) {
            return not(count, "Not kept: the line gives no name.");
        }
        try {
            String why = "From a table of searches, line " + line.number();
            return new Kept(
                    count,
                    searches.create(owner, line.name(), why, SearchAddress.parameters(search))
                            .name());
        } catch (RefusedException e) {
            return not(count, "Not kept: " + e.reason());
        }
    }

    private static Kept not(BatchCount count, String why) {
        return new Kept(new BatchCount(count.line(), count.summary(), why), "");
    }
}
