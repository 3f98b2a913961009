package org.watchword.index;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of the next portion while the server takes those of the last. */
final class ReadAhead implements AutoCloseable {

    /**
     * A portion that is being read.
     *
     * @param inputs its records
     * @param batch what they hold
     */
    record Reading(List<ConsumerRecord<byte[], byte[]>> inputs, Future<Batch> batch) {

        /** Waits until it is read. */
        Batch read() {
            try {
                return batch.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Patience.StoppedException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private final Function<String, Batch.Kind> kinds;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::thread);

    /** @param kinds what each topic carries */
    ReadAhead(Function<String, Batch.Kind> kinds) {
        this.kinds = kinds;
    }

    /** Begins to read them. */
    Reading begin(List<ConsumerRecord<byte[], byte[]>> inputs) {
        return new Reading(inputs, reader.submit(() -> Batch.read(inputs, kinds)));
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "watchword-index-reader");
        thread.setDaemon(true);
        return thread;
    }
}
