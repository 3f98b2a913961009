package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the versioned indices and their aliases where they are missing. Safe to run from several processes at once. */
final class IndexSetup {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);

    private final ElasticsearchClient client;
    private final IndexNames names;

    IndexSetup(ElasticsearchClient client, IndexNames names) {
        this.client = client;
        this.names = names;
    }

    void ensure() throws IOException {
        ensure(names.statements(), "statements.mapping.json");
        ensure(names.documents(), "documents.mapping.json");
    }

    private void ensure(String alias, String mapping) throws IOException {
        if (client.indices().exists(r -> r.index(alias)).value()) {
            return;
        }
        String index = IndexNames.versioned(alias);
        try (InputStream in = Objects.requireNonNull(IndexSetup.class.getResourceAsStream(mapping), mapping)) {
            client.indices().create(r -> r.withJson(in).index(index).aliases(alias, a -> a.isWriteIndex(true)));
            LOG.info("created the index {} behind {}", index, alias);
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
