package org.watchword.index;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saved searches in an index of their own, which no replay touches. A name is taken by a document that only one can create; a change is
 * taken only when nobody else has changed the document since (its sequence number).
 */
public final class ElasticsearchSavedSearches implements SavedSearches {

    private final ElasticsearchConnection connection;
    private final Answers server;
    private final JsonMapper json = JsonMapper.shared();

    /** @param connection the server; closed by whoever opened it */
    public ElasticsearchSavedSearches(ElasticsearchConnection connection) {
        this.connection = connection;
        this.server = new Answers(connection);
    }

    @Override
    public List<SavedSearch> all() {
        return server
                .ask(() -> connection
                        .client()
                        .search(r -> r.index(index()).size(MOST), BinaryData.class)
                        .hits()
                        .hits())
                .orElseGet(List::of)
                .stream()
                .map(hit -> search(hit.source()))
                .sorted(Comparator.comparing(SavedSearch::key))
                .toList();
    }

    @Override
    public Optional<SavedSearch> named(String name) {
        return kept(name).map(found -> search(found.source()));
    }

    @Override
    public boolean create(SavedSearch search) {
        var prepared = server.ask(() -> {
            new IndexSetup(connection.client(), connection.names()).ensureSavedSearches();
            return connection.client().count(c -> c.index(index())).count();
        });
        if (prepared.isPresent() && prepared.get() >= MOST) {
            throw new IllegalStateException("there are " + MOST + " saved searches already; remove one first");
        }
        return server.unlessConflicting(() -> connection.client().create(c -> c.index(index())
                        .id(search.key())
                        .refresh(Refresh.True)
                        .document(body(search))))
                .isPresent();
    }

    @Override
    public boolean change(SavedSearch known, SavedSearch changed) {
        return held(known)
                .flatMap(held ->
                        server.unlessConflicting(() -> connection.client().index(i -> i.index(index())
                                .id(known.key())
                                .ifSeqNo(held.seqNo())
                                .ifPrimaryTerm(held.primaryTerm())
                                .refresh(Refresh.True)
                                .document(body(changed)))))
                .isPresent();
    }

    @Override
    public boolean remove(SavedSearch known) {
        return held(known)
                .flatMap(held ->
                        server.unlessConflicting(() -> connection.client().delete(d -> d.index(index())
                                .id(known.key())
                                .ifSeqNo(held.seqNo())
                                .ifPrimaryTerm(held.primaryTerm())
                                .refresh(Refresh.True))))
                .isPresent();
    }

    private Optional<GetResponse<BinaryData>> held(SavedSearch known) {
        return kept(known.name()).filter(found -> search(found.source()).equals(kept(known)));
    }

    private Optional<GetResponse<BinaryData>> kept(String name) {
        String key = SavedSearch.key(name);
        return key.isEmpty() || key.length() > SavedSearch.LONGEST_NAME
                ? Optional.empty()
                : server.ask(() -> connection.client().get(g -> g.index(index()).id(key), BinaryData.class))
                        .filter(GetResponse::found);
    }

    private String index() {
        return connection.names().savedSearches();
    }

    private SavedSearch search(@Nullable BinaryData source) {
        return json.treeToValue(Answers.row(source), SavedSearch.class);
    }

    private BinaryData body(SavedSearch search) {
        return BinaryData.of(json.writeValueAsBytes(kept(search)), ContentType.APPLICATION_JSON);
    }

    /** As the server gives it back: it keeps milliseconds. */
    private static SavedSearch kept(SavedSearch search) {
        return new SavedSearch(
                search.name(),
                search.description(),
                search.parameters(),
                search.owner(),
                search.createdAt().truncatedTo(ChronoUnit.MILLIS),
                search.changedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
