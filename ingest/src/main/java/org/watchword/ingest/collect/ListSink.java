package org.watchword.ingest.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.frontier.Request.ListPart;

/** Takes what a walk over a source's lists finds, list by list, so that what is found is kept before the next list is asked for. */
public interface ListSink {

    /**
     * A list was read.
     *
     * @param pages those that the source's patterns take, none of them handed over before in this walk
     * @param known what is to be remembered of the list together with its pages; absent when it is to be read whole again
     */
    void read(List<FoundPage> pages, @Nullable KnownList known);

    /**
     * A list lies beyond the territory, and is read by whoever serves its host.
     *
     * @param changedAt when the index that names it says it last changed
     * @param list how it is to be read
     */
    default void elsewhere(WebAddress address, java.time.@Nullable Instant changedAt, ListPart list) {}

    /** A list could not be read, or an entry of it names no page. */
    void refused(String url, DiscoveryException problem);

    /**
     * A page that a list names.
     *
     * @param changedAt when the list says it last changed
     * @param news whether it stands in a feed or a news sitemap
     * @param hint what the list says of it
     */
    record FoundPage(WebAddress address, java.time.@Nullable Instant changedAt, boolean news, Hint hint) {}
}
