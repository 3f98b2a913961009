package org.watchword.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The writes of one batch to some of the indices, in requests of a certain size, one after the other: a later write of a row never
 * overtakes an earlier one. Requests go out while further writes are still being made. Used by one thread.
 */
final class BulkLane {

    private final BulkAnswers answers;
    private final Executor sender;
    private final int actions;
    private final long bytes;
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();
    private List<BulkWrite> open = new ArrayList<>();
    private long openBytes;

    /**
     * @param sender does one thing at a time, in the order given
     * @param actions most writes in a request
     * @param bytes a request is closed once its bodies have so many
     */
    BulkLane(BulkAnswers answers, Executor sender, int actions, long bytes) {
        this.answers = answers;
        this.sender = sender;
        this.actions = actions;
        this.bytes = bytes;
    }

    void add(BulkWrite write) {
        open.add(write);
        openBytes += write.bytes();
        if (open.size() >= actions || openBytes >= bytes) {
            send();
        }
    }

    /** Hands over what is there. */
    void send() {
        if (!open.isEmpty()) {
            List<BulkWrite> request = open;
            open = new ArrayList<>();
            openBytes = 0;
            sent.add(CompletableFuture.runAsync(() -> answers.send(request), sender));
        }
    }

    /** Waits for the answers to all that was handed over. */
    void await() {
        sent.forEach(CompletableFuture::join);
    }
}
