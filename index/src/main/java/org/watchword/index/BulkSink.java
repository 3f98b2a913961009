package org.watchword.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Sends the writes of one batch and tells, once everything is answered, which the server refused. Statements go one way and all other
 * rows another, each with one bulk request under way at a time: the server works on two at once, and a later write of a row never overtakes
 * an earlier one. A batch that failed can be sent again as a whole: every write is by id and gives the same row.
 */
final class BulkSink implements AutoCloseable {

    private final ElasticsearchClient client;
    private final int bulkActions;
    private final long bulkBytes;
    private final IndexNames names;
    private final IndexListener listener;
    private final ExecutorService forStatements = sender("statements");
    private final ExecutorService forOthers = sender("pages");
    private @Nullable BulkAnswers last;

    BulkSink(ElasticsearchClient client, int bulkActions, long bulkBytes, IndexNames names, IndexListener listener) {
        this.client = client;
        this.names = names;
        this.listener = listener;
        this.bulkActions = bulkActions;
        this.bulkBytes = bulkBytes;
    }

    /** A batch on its way: what is added is sent while more is being made. */
    final class Sending {

        private final BulkAnswers answers = answers();
        private final BulkLane statements = new BulkLane(answers, forStatements, bulkActions, bulkBytes);
        private final BulkLane others = new BulkLane(answers, forOthers, bulkActions, bulkBytes);

        void add(BulkWrite write) {
            (write.isOf(names.statements()) ? statements : others).add(write);
        }

        /**
         * Sends the rest and waits for every answer.
         *
         * @param all what was added
         * @return the writes that were refused for good
         * @throws SinkUnavailableException when a request failed or the server is overloaded; nothing may be committed then
         */
        List<ItemFailure> finish(List<BulkWrite> all) {
            last = answers;
            statements.send();
            others.send();
            statements.await();
            others.await();
            if (answers.trouble().isRefusal()) {
                return writeEach(all);
            }
            if (answers.trouble().any()) {
                throw new SinkUnavailableException(answers.trouble().first());
            }
            return answers.failures();
        }
    }

    Sending begin() {
        return new Sending();
    }

    /** As {@link Sending#finish}, of writes that are all made. */
    List<ItemFailure> write(List<BulkWrite> writes) {
        Sending sending = begin();
        writes.forEach(sending::add);
        return sending.finish(writes);
    }

    /** One write a request: the server has refused a request as a whole for something in it, and only what that is in is at fault. */
    private List<ItemFailure> writeEach(List<BulkWrite> writes) {
        List<ItemFailure> failures = new ArrayList<>();
        for (BulkWrite write : writes) {
            BulkAnswers answers = answers();
            answers.send(List.of(write));
            failures.addAll(answers.failures());
            if (answers.trouble().isRefusal()) {
                failures.add(new ItemFailure(
                        write.input(), write.target() + ": " + answers.trouble().first()));
            } else if (answers.trouble().any()) {
                throw new SinkUnavailableException(answers.trouble().first());
            }
            if (answers.landmark().isPresent()) {
                last = answers;
            }
        }
        return failures;
    }

    private BulkAnswers answers() {
        return new BulkAnswers(client, names.statements(), listener);
    }

    /** The last statement of the batch that was written last; empty when it had none. */
    Optional<Landmark> landmark() {
        return Optional.ofNullable(last).flatMap(BulkAnswers::landmark);
    }

    @Override
    public void close() {
        forStatements.shutdownNow();
        forOthers.shutdownNow();
    }

    private static ExecutorService sender(String what) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "watchword-index-" + what);
            thread.setDaemon(true);
            return thread;
        });
    }
}
