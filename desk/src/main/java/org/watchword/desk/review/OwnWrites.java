package org.watchword.desk.review;

import java.util.List;
import java.util.Optional;
import org.watchword.index.Appearance;
import org.watchword.index.DocumentResult;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Analysis;

/**
 * The index as whoever has just decided must see it: each statement stands where this desk's decisions put it, though the index has not
 * heard of them yet. Which statements are found, and how many, is the index's own, a moment behind.
 */
public final class OwnWrites implements StatementIndex {

    private final StatementIndex index;
    private final ReviewDesk reviews;

    public OwnWrites(StatementIndex index, ReviewDesk reviews) {
        this.index = index;
        this.reviews = reviews;
    }

    @Override
    public SearchResult search(StatementQuery query) {
        SearchResult found = index.search(query);
        return new SearchResult(found.total(), found.distinct(), current(found.hits()), found.facets(), found.next());
    }

    @Override
    public List<SearchResult.Hit> first(StatementQuery query) {
        return current(index.first(query));
    }

    private List<SearchResult.Hit> current(List<SearchResult.Hit> hits) {
        return hits.stream()
                .map(hit -> new SearchResult.Hit(reviews.current(hit.statement()), hit.highlights(), hit.copies()))
                .toList();
    }

    @Override
    public DocumentResult documents(StatementQuery query) {
        return index.documents(query);
    }

    @Override
    public Optional<String> suggestion(StatementQuery query) {
        return index.suggestion(query);
    }

    @Override
    public boolean isBeingRebuilt() {
        return index.isBeingRebuilt();
    }

    @Override
    public Optional<StatementRecord> statement(String id) {
        return index.statement(id).map(reviews::current);
    }

    @Override
    public List<Appearance> appearances(StatementRecord statement) {
        return index.appearances(statement);
    }

    @Override
    public Optional<Analysis> document(String id) {
        return index.document(id);
    }

    @Override
    public Optional<Analysis> document(String id, String textSha256) {
        return index.document(id, textSha256);
    }

    @Override
    public boolean isUp() {
        return index.isUp();
    }
}
