package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Creates the versioned indices and their aliases where they are missing, and adds fields that are missing in those that are there. Safe to run from several processes at once. */
final class IndexSetup {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);

    private final ElasticsearchClient client;
    private final IndexNames names;
    private final JsonMapper json = JsonMapper.shared();

    IndexSetup(ElasticsearchClient client, IndexNames names) {
        this.client = client;
        this.names = names;
    }

    void ensure() throws IOException {
        ensure(names.ofGeneration());
    }

    /** The ledger of digests, which is not made from the topics. */
    void ensureDigests() throws IOException {
        ensure(names.digests());
    }

    /** The searches people keep. */
    void ensureSavedSearches() throws IOException {
        ensure(List.of(names.savedSearches()));
    }

    private void ensure(List<String> aliases) throws IOException {
        for (String alias : aliases) {
            ensure(alias, names.mapping(alias));
        }
    }

    private void ensure(String alias, String mapping) throws IOException {
        if (client.indices().exists(r -> r.index(alias)).value()) {
            requireThisVersion(alias);
            extend(alias, mapping);
            return;
        }
        String index = IndexNames.versioned(alias);
        try (InputStream in = resource(mapping)) {
            client.indices().create(r -> r.withJson(in).index(index).aliases(alias, a -> a.isWriteIndex(true)));
            LOG.info("created the index {} behind {}", index, alias);
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }

    /**
     * A later version knows things of its rows that this one would take away; an earlier one's rows do not fit the mapping.
     *
     * @throws OtherVersionException when one of these has made this index
     */
    private void requireThisVersion(String alias) throws IOException {
        int found = IndexVersions.of(client, alias);
        if (found != IndexNames.VERSION) {
            throw new OtherVersionException("the index behind " + alias + " is of "
                    + (found > IndexNames.VERSION ? "a later" : "an earlier") + " version of this program (mapping "
                    + found
                    + ", this one knows " + IndexNames.VERSION + "): "
                    + (found > IndexNames.VERSION
                            ? "upgrade this program, or name another elasticsearch.indexPrefix"
                            : "stop the index role and run 'watchword index migrate'"));
        }
    }

    /** Gives an index of an earlier program the fields it lacks; those it has stay as they are. */
    private void extend(String alias, String mapping) throws IOException {
        try (InputStream in = resource(mapping)) {
            byte[] mappings = json.writeValueAsBytes(json.readTree(in).get("mappings"));
            client.indices().putMapping(r -> r.withJson(new ByteArrayInputStream(mappings))
                    .index(alias));
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(IndexSetup.class.getResourceAsStream(name), name);
    }
}
