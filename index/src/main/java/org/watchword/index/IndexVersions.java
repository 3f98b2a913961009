package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import java.io.IOException;

/** Which version of the mappings an index was made with. */
final class IndexVersions {

    private IndexVersions() {}

    /** The version of an index, by its name; 1 of those that were made before mappings told. */
    static int of(ElasticsearchClient client, String index) throws IOException {
        int version = 1;
        for (var mapping :
                client.indices().getMapping(r -> r.index(index)).result().values()) {
            JsonData told = mapping.mappings().meta().get("version");
            version = told == null ? version : told.to(Integer.class);
        }
        return version;
    }
}
