package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends the writes of one batch in order and tells, once everything is answered, which the server refused. One bulk request is under
 * way at a time, so that a later write of a row never overtakes an earlier one. A batch that failed can be sent again as a whole: every
 * write is by id and gives the same row.
 */
final class BulkSink {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ElasticsearchClient client;
    private final int bulkActions;
    private final long bulkBytes;
    private final IndexNames names;
    private final IndexListener listener;
    private final AtomicReference<@Nullable Landmark> landmark = new AtomicReference<>();

    BulkSink(ElasticsearchClient client, int bulkActions, long bulkBytes, IndexNames names, IndexListener listener) {
        this.client = client;
        this.names = names;
        this.listener = listener;
        this.bulkActions = bulkActions;
        this.bulkBytes = bulkBytes;
    }

    /**
     * Sends the writes and waits for every answer.
     *
     * @return the writes that were refused for good
     * @throws SinkUnavailableException when a request failed or the server is overloaded; nothing may be committed then
     */
    List<ItemFailure> write(List<BulkWrite> writes) {
        List<ItemFailure> failures = new ArrayList<>();
        Trouble trouble = new Trouble();
        landmark.set(null);
        try (BulkIngester<BulkWrite> ingester = BulkIngester.of(b -> b.client(client)
                .maxOperations(bulkActions)
                .maxSize(bulkBytes)
                .maxConcurrentRequests(1)
                .listener(new Listener(failures, trouble, landmark, names.statements(), listener)))) {
            for (BulkWrite write : writes) {
                if (trouble.any()) {
                    break;
                }
                ingester.add(write.operation(), write);
            }
        }
        if (trouble.isRefusal()) {
            return writeEach(writes);
        }
        if (trouble.any()) {
            throw new SinkUnavailableException(trouble.first());
        }
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** One write a request: the server has refused a request as a whole for something in it, and only what that is in is at fault. */
    private List<ItemFailure> writeEach(List<BulkWrite> writes) {
        List<ItemFailure> failures = new ArrayList<>();
        for (BulkWrite write : writes) {
            Trouble trouble = new Trouble();
            Listener answers = new Listener(failures, trouble, landmark, names.statements(), listener);
            BulkRequest request = BulkRequest.of(b -> b.operations(write.operation()));
            answers.beforeBulk(0, request, List.of(write));
            try {
                answers.afterBulk(0, request, List.of(write), client.bulk(request));
            } catch (IOException | ElasticsearchException e) {
                answers.afterBulk(0, request, List.of(write), e);
            }
            if (trouble.isRefusal()) {
                failures.add(new ItemFailure(write.input(), write.target() + ": " + trouble.first()));
            } else if (trouble.any()) {
                throw new SinkUnavailableException(trouble.first());
            }
        }
        return failures;
    }

    /** The last statement of the batch that was written last; empty when it had none. */
    Optional<Landmark> landmark() {
        return Optional.ofNullable(landmark.get());
    }

    /** Sorts the answers. Called from the client's threads, one request at a time. */
    private static final class Listener implements BulkListener<BulkWrite> {

        private final List<ItemFailure> failures;
        private final Trouble trouble;
        private final AtomicReference<@Nullable Landmark> landmark;
        private final String statements;
        private final IndexListener told;
        private volatile long begun;

        Listener(
                List<ItemFailure> failures,
                Trouble trouble,
                AtomicReference<@Nullable Landmark> landmark,
                String statements,
                IndexListener told) {
            this.failures = failures;
            this.trouble = trouble;
            this.landmark = landmark;
            this.statements = statements;
            this.told = told;
        }

        @Override
        public void beforeBulk(long id, BulkRequest request, List<BulkWrite> writes) {
            begun = System.nanoTime();
        }

        @Override
        public void afterBulk(long id, BulkRequest request, List<BulkWrite> writes, BulkResponse response) {
            told.bulk(writes.size(), writes.stream().mapToLong(BulkWrite::bytes).sum(), System.nanoTime() - begun);
            List<BulkResponseItem> items = response.items();
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
            String target = write.target();
            Long sequence = item.seqNo();
            if (sequence != null && !write.optional() && target.startsWith(statements + '/')) {
                landmark.set(new Landmark(statements, target.substring(statements.length() + 1), sequence));
            }
        }

        @Override
        public void afterBulk(long id, BulkRequest request, List<BulkWrite> writes, Throwable failure) {
            trouble.note(Failures.inWords(failure), Failures.isRefusal(failure));
        }
    }

    /** The first thing that went wrong; written by the client's threads, read by ours. */
    private static final class Trouble {

        private volatile String first = "";
        private volatile boolean refusal;

        synchronized void note(String reason, boolean refused) {
            if (first.isEmpty()) {
                first = reason.isEmpty() ? "unknown trouble" : reason;
                refusal = refused;
            }
        }

        /** Whether the server will never take the request as it is. */
        boolean isRefusal() {
            return refusal;
        }

        boolean any() {
            return !first.isEmpty();
        }

        String first() {
            return first;
        }
    }
}
