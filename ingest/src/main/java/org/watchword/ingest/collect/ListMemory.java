package org.watchword.ingest.collect;

import java.util.Optional;
import org.watchword.ingest.frontier.KnownList;

/** What earlier passes over a source left behind: it spares requests, and nothing else may depend on it. */
public interface ListMemory {

    /** Remembers nothing: every list is read whole. */
    ListMemory NONE = new ListMemory() {
        @Override
        public Optional<KnownList> list(String url, String recipe) {
            return Optional.empty();
        }

        @Override
        public boolean knowsPage(String url) {
            return false;
        }
    };

    /** The last reading of a list, where it was read by the same recipe. */
    Optional<KnownList> list(String url, String recipe);

    /** Whether a page was found before. */
    boolean knowsPage(String url);
}
