package org.watchword.index;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * The rows a request looks at.
 *
 * @param alias their index
 * @param moment the server's name for the moment of which they are wanted (a point in time); null for as they are now
 */
record Rows(String alias, @Nullable String moment) {

    /** How long the server keeps a moment after the last page that was asked of it: as long as one reads a page, and is called away. */
    static final Time KEPT = Time.of(t -> t.time("15m"));

    static Rows now(String alias) {
        return new Rows(alias, null);
    }

    SearchRequest.Builder of(SearchRequest.Builder request) {
        String at = moment;
        return at == null ? request.index(alias) : request.pit(p -> p.id(at).keepAlive(KEPT));
    }
}
