package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one batch, from whatever threads, and sorts what the server answers to each of their writes. */
final class BulkAnswers {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ElasticsearchClient client;
    private final String statements;
    private final IndexListener listener;
    private final List<ItemFailure> failures = new ArrayList<>();
    private final BulkTrouble trouble = new BulkTrouble();
    private volatile @Nullable Landmark landmark;

    /** @param statements the index in which the last row written is remembered */
    BulkAnswers(ElasticsearchClient client, String statements, IndexListener listener) {
        this.client = client;
        this.statements = statements;
        this.listener = listener;
    }

    /** One request; once something has gone wrong the batch is sent again or given up as a whole, and nothing is sent. */
    void send(List<BulkWrite> writes) {
        if (trouble.any()) {
            return;
        }
        long begun = System.nanoTime();
        try {
            BulkResponse response = client.bulk(BulkRequest.of(
                    b -> b.operations(writes.stream().map(BulkWrite::operation).toList())));
            long bytes = writes.stream().mapToLong(BulkWrite::bytes).sum();
            listener.bulk(writes.size(), bytes, System.nanoTime() - begun);
            sort(writes, response.items());
        } catch (IOException | RuntimeException e) {
            trouble.note(Failures.inWords(e), Failures.isRefusal(e));
        }
    }

    private void sort(List<BulkWrite> writes, List<BulkResponseItem> items) {
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            ErrorCause error = item.error();
            BulkWrite write = writes.get(i);
            note(write, item);
            if (error == null || (write.optional() && item.status() == NOT_FOUND)) {
                continue;
            }
            String reason = write.target() + ": " + Failures.inWords(error);
            if (item.status() == CONFLICT || item.status() == TOO_MANY_REQUESTS || item.status() >= 500) {
                trouble.note(reason, false);
            } else {
                synchronized (failures) {
                    failures.add(new ItemFailure(write.input(), reason));
                }
            }
        }
    }

    private void note(BulkWrite write, BulkResponseItem item) {
        Long sequence = item.seqNo();
        if (sequence != null && !write.optional() && write.isOf(statements)) {
            landmark = new Landmark(statements, write.target().substring(statements.length() + 1), sequence);
        }
    }

    BulkTrouble trouble() {
        return trouble;
    }

    /** The writes that were refused for good. */
    List<ItemFailure> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** The last statement written; empty when there was none. */
    Optional<Landmark> landmark() {
        return Optional.ofNullable(landmark);
    }
}
