package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewFold;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds decisions to the rows of the words they are about, and tells the statements with these words where they now stand. A decision that
 * comes twice changes nothing; one that comes before its statement waits in its row until the analysis does.
 *
 * <p>A row is read, added to and written where it is still as it was read; where another has written it meanwhile, all is done again. When
 * a call returns, everyone who searches sees what was decided.
 */
final class ReviewWriter {

    private static final int MOST = 1_000;

    private final ElasticsearchClient client;
    private final IndexNames names;
    private final BulkSink sink;
    private final IndexRows rows = new IndexRows();
    private final JsonMapper json = JsonMapper.shared();

    ReviewWriter(ElasticsearchClient client, IndexNames names, BulkSink sink) {
        this.client = client;
        this.names = names;
        this.sink = sink;
    }

    /** All decisions on the same words, with where they come from. */
    private record Known(List<Review> decisions, long seqNo, long primaryTerm) {

        static Known none() {
            return new Known(List.of(), -1, -1);
        }
    }

    /**
     * Writes the decisions of a batch.
     *
     * @param reviews by position in the batch
     * @return those the server refused for good
     * @throws SinkUnavailableException when it has to be done again
     */
    List<ItemFailure> write(Map<Integer, Review> reviews) throws IOException {
        Map<String, List<Map.Entry<Integer, Review>>> bySubject = new LinkedHashMap<>();
        reviews.entrySet().forEach(e -> bySubject
                .computeIfAbsent(e.getValue().subject(), subject -> new ArrayList<>())
                .add(e));
        Map<String, Known> known = known(bySubject.keySet());
        Map<String, ReviewFold> folds = new HashMap<>();
        List<BulkWrite> writes = new ArrayList<>();
        bySubject.forEach((subject, more) -> {
            Known before = known.getOrDefault(subject, Known.none());
            List<Review> all = new ArrayList<>(before.decisions);
            more.forEach(e -> all.add(e.getValue()));
            ReviewFold fold = ReviewFold.of(all);
            folds.put(subject, fold);
            writes.add(row(more.get(0).getKey(), subject, before, ReviewRows.row(fold)));
        });
        List<ItemFailure> failures = new ArrayList<>(sink.write(writes));
        Map<String, Integer> inputs = new HashMap<>();
        bySubject.forEach((subject, more) -> inputs.put(subject, more.get(0).getKey()));
        failures.addAll(sink.write(statements(inputs, folds)));
        client.indices().refresh(r -> r.index(names.reviews(), names.statements()));
        return failures;
    }

    private Map<String, Known> known(Collection<String> subjects) throws IOException {
        MgetResponse<BinaryData> answer =
                client.mget(m -> m.index(names.reviews()).ids(List.copyOf(subjects)), BinaryData.class);
        Map<String, Known> known = new HashMap<>();
        for (var item : answer.docs()) {
            if (item.isResult() && item.result().found()) {
                var found = item.result();
                known.put(
                        found.id(),
                        new Known(
                                ReviewRows.fold(Answers.row(found.source())).decisions(),
                                found.seqNo() == null ? -1 : found.seqNo(),
                                found.primaryTerm() == null ? -1 : found.primaryTerm()));
            }
        }
        return known;
    }

    private BulkWrite row(int input, String subject, Known before, ObjectNode row) {
        byte[] bytes = json.writeValueAsBytes(row);
        BinaryData body = BinaryData.of(bytes, ContentType.APPLICATION_JSON);
        BulkOperation operation = before.seqNo < 0
                ? BulkOperation.of(b -> b.create(c ->
                        c.index(names.reviews()).id(subject).requireAlias(true).document(body)))
                : BulkOperation.of(b -> b.index(i -> i.index(names.reviews())
                        .id(subject)
                        .requireAlias(true)
                        .ifSeqNo(before.seqNo)
                        .ifPrimaryTerm(before.primaryTerm)
                        .document(body)));
        return new BulkWrite(input, names.reviews() + '/' + subject, bytes.length, false, operation);
    }

    /** The writes to the statements with the decided words, in whatever version of their pages. */
    private List<BulkWrite> statements(Map<String, Integer> inputs, Map<String, ReviewFold> folds) throws IOException {
        // What was written a moment ago is found only then.
        client.indices().refresh(r -> r.index(names.statements()));
        List<BulkWrite> writes = new ArrayList<>();
        for (Map.Entry<String, ReviewFold> subject : folds.entrySet()) {
            List<Review> decisions = subject.getValue().decisions();
            Review newest = decisions.get(decisions.size() - 1);
            int input = inputs.getOrDefault(subject.getKey(), 0);
            List<FieldValue> ids = decisions.stream()
                    .map(Review::statementId)
                    .distinct()
                    .map(FieldValue::of)
                    .toList();
            client.search(
                            r -> r.index(names.statements())
                                    .size(MOST)
                                    .query(q -> q.bool(b -> b.filter(f -> f.term(
                                                    t -> t.field("documentId").value(newest.documentId())))
                                            .should(s ->
                                                    s.term(t -> t.field("words").value(newest.words())))
                                            // A row of an earlier program does not tell its words.
                                            .should(s ->
                                                    s.terms(t -> t.field("id").terms(v -> v.value(ids))))
                                            .minimumShouldMatch("1"))),
                            BinaryData.class)
                    .hits()
                    .hits()
                    .forEach(hit ->
                            writes.add(update(input, rows.record(Answers.row(hit.source())), subject.getValue())));
        }
        return writes;
    }

    private BulkWrite update(int input, StatementRecord statement, ReviewFold fold) {
        ObjectNode change = json.createObjectNode();
        change.set("doc", ReviewRows.onStatement(fold, statement.speaker(), statement.flags(), statement.start()));
        byte[] bytes = json.writeValueAsBytes(change);
        BinaryData body = BinaryData.of(bytes, ContentType.APPLICATION_JSON);
        BulkOperation operation = BulkOperation.of(b -> b.update(u -> u.index(names.statements())
                .id(statement.id())
                .requireAlias(true)
                .retryOnConflict(3)
                .binaryAction(body)));
        return new BulkWrite(input, names.statements() + '/' + statement.id(), bytes.length, true, operation);
    }
}
