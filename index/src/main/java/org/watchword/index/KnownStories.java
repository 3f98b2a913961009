package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stories of pages, as they were last written. An analysis does not know its page's story, which may have been told before it comes or
 * comes again; reading by id sees what was written a moment ago.
 */
final class KnownStories {

    private final ElasticsearchClient client;
    private final String pages;

    KnownStories(ElasticsearchClient client, String pages) {
        this.client = client;
        this.pages = pages;
    }

    /** The story of each page that one was told of, by document id. */
    Map<String, String> of(Collection<String> documentIds) throws IOException {
        Map<String, String> stories = new HashMap<>();
        if (documentIds.isEmpty()) {
            return stories;
        }
        MgetResponse<BinaryData> rows = client.mget(
                m -> m.index(pages).ids(List.copyOf(documentIds)).sourceIncludes("story"), BinaryData.class);
        for (var item : rows.docs()) {
            if (item.isResult() && item.result().found()) {
                ObjectNode row = Answers.row(item.result().source());
                if (row.hasNonNull("story")) {
                    stories.put(item.result().id(), row.get("story").asString());
                }
            }
        }
        return stories;
    }
}
