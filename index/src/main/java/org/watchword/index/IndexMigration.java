package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Copies the rows of indices of an earlier version into new ones with the mapping of this version, and has the aliases lead there, all in one
 * step. Nothing is analysed again. Stopped, it begins anew without harm: rows are written by id, and the old indices serve until the end and
 * stay after it. Nobody may write meanwhile.
 */
public final class IndexMigration {

    private static final int PAGE = 500;
    private static final Time KEEP = Time.of(t -> t.time("5m"));

    private final ElasticsearchClient client;
    private final IndexNames names;
    private final int version;

    /**
     * An index that was, or will be, taken over.
     *
     * @param from the index of the earlier version
     * @param to the new one
     * @param rows copied
     */
    public record Moved(String alias, String from, String to, long rows) {}

    public IndexMigration(ElasticsearchConnection connection) {
        this(connection, IndexNames.VERSION);
    }

    /** @param version to be taken over to, so that it can be rehearsed */
    public IndexMigration(ElasticsearchConnection connection, int version) {
        this.client = connection.client();
        this.names = connection.names();
        this.version = version;
    }

    /**
     * Takes over every index that is of an earlier version.
     *
     * @return what was moved; empty when all are of this version
     * @throws IndexUnavailableException when the server does not answer, refuses, or has not kept every row; the aliases are as before then
     */
    public List<Moved> run() {
        try {
            List<Moved> moved = new ArrayList<>();
            for (String alias : names.all()) {
                if (client.indices().existsAlias(e -> e.name(alias)).value()) {
                    String from = client.indices().getAlias(g -> g.name(alias)).result().keySet().stream()
                            .sorted()
                            .findFirst()
                            .orElseThrow();
                    if (IndexVersions.of(client, from) < version
                            && !from.equals(IndexNames.versioned(alias, version))) {
                        moved.add(takeOver(alias, from));
                    }
                }
            }
            lead(moved);
            return moved;
        } catch (IOException | ElasticsearchException e) {
            throw new IndexUnavailableException("the indices cannot be taken over: " + Failures.inWords(e), e);
        }
    }

    private Moved takeOver(String alias, String from) throws IOException {
        String to = IndexNames.versioned(alias, version);
        if (!client.indices().exists(r -> r.index(to)).value()) {
            try (InputStream in = IndexSetup.resource(names.mapping(alias))) {
                client.indices().create(r -> r.withJson(in).index(to));
            }
        }
        client.indices().refresh(r -> r.index(from));
        String pit = client.openPointInTime(p -> p.index(from).keepAlive(KEEP)).id();
        try {
            copy(pit, to);
        } finally {
            client.closePointInTime(p -> p.id(pit));
        }
        client.indices().refresh(r -> r.index(to));
        long before = client.count(c -> c.index(from)).count();
        long after = client.count(c -> c.index(to)).count();
        if (after != before) {
            throw new IOException(
                    to + " has " + after + " rows, " + from + " " + before + ": somebody writes into one of them");
        }
        return new Moved(alias, from, to, after);
    }

    private void copy(String pit, String to) throws IOException {
        List<FieldValue> after = List.of();
        while (true) {
            List<FieldValue> last = after;
            List<Hit<BinaryData>> hits = client.search(
                            r -> {
                                r.pit(p -> p.id(pit).keepAlive(KEEP))
                                        .size(PAGE)
                                        .sort(s -> s.field(
                                                f -> f.field("_shard_doc").order(SortOrder.Asc)));
                                return last.isEmpty() ? r : r.searchAfter(last);
                            },
                            BinaryData.class)
                    .hits()
                    .hits();
            if (hits.isEmpty()) {
                return;
            }
            write(hits, to);
            after = hits.get(hits.size() - 1).sort();
        }
    }

    private void write(List<Hit<BinaryData>> hits, String to) throws IOException {
        BulkResponse response = client.bulk(BulkRequest.of(b -> {
            for (Hit<BinaryData> hit : hits) {
                b.operations(
                        o -> o.index(i -> i.index(to).id(hit.id()).document(Objects.requireNonNull(hit.source()))));
            }
            return b;
        }));
        for (var item : response.items()) {
            if (item.error() != null) {
                throw new IOException(
                        "row " + item.id() + " was refused by " + to + ": " + Failures.inWords(item.error()));
            }
        }
    }

    private void lead(List<Moved> moved) throws IOException {
        if (moved.isEmpty()) {
            return;
        }
        client.indices().updateAliases(u -> {
            for (Moved index : moved) {
                u.actions(a -> a.remove(r -> r.index(index.from).alias(index.alias)));
                u.actions(a -> a.add(r -> r.index(index.to).alias(index.alias).isWriteIndex(true)));
            }
            return u;
        });
    }
}
