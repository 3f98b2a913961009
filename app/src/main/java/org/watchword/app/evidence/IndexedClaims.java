package org.watchword.app.evidence;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchReviewIndex;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementStreams;
import org.watchword.index.ReviewIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.ingest.evidence.Claim;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.Statement;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;

/** Claims as Elasticsearch has them: the statement of its row, and the document of the version it names. */
public final class IndexedClaims implements ClaimSource {

    private final ElasticsearchConnection connection;
    private final ElasticsearchStatementIndex index;
    private final ElasticsearchStatementStreams streams;
    private final ReviewIndex reviews;
    private @Nullable Document last;

    private IndexedClaims(ElasticsearchConnection connection) {
        this.connection = connection;
        this.index = new ElasticsearchStatementIndex(connection, word -> word);
        this.streams = new ElasticsearchStatementStreams(connection, word -> word);
        this.reviews = new ElasticsearchReviewIndex(connection);
    }

    /** Opens the connection. */
    public static IndexedClaims open(WatchwordConfig config, List<URI> urls) {
        return new IndexedClaims(ElasticsearchAccess.open(config.elasticsearch(), urls));
    }

    @Override
    public Optional<Claim> find(String id) throws IOException {
        Optional<StatementRecord> row = index.statement(id);
        return row.isEmpty() ? Optional.empty() : Optional.of(claim(row.get()));
    }

    @Override
    public void all(Receiver receiver) throws IOException {
        try (StatementStream stream = streams.open(StatementQuery.of(""), null)) {
            for (List<StatementRecord> rows = stream.next(); !rows.isEmpty(); rows = stream.next()) {
                for (StatementRecord row : rows) {
                    receiver.claim(claim(row));
                }
            }
        }
    }

    @Override
    public List<Review> decisions(Claim claim) {
        return reviews.decisions(claim.subject()).map(ReviewFold::decisions).orElse(List.of());
    }

    private Claim claim(StatementRecord row) throws IOException {
        return new Claim(
                new Statement(row.id(), row.start(), row.end(), row.text(), row.speaker(), row.flags()), document(row));
    }

    /** Statements of one page mostly follow each other. */
    private Document document(StatementRecord row) throws IOException {
        Document known = last;
        if (known != null
                && known.id().equals(row.documentId())
                && known.textSha256().equals(row.textSha256())) {
            return known;
        }
        Document found = index.document(row.documentId(), row.textSha256())
                .map(Analysis::document)
                .orElseThrow(() -> new IOException("the index has the statement " + row.id()
                        + " and not the page it stands in (" + row.documentId() + ", text " + row.textSha256() + ")"));
        last = found;
        return found;
    }

    @Override
    public void close() {
        connection.close();
    }
}
