package org.watchword.ingest.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.robots.Lease;

/** A part of the web while a fetcher works on it. Every call may come from another thread. */
public interface Part {

    /**
     * A part that has come to this fetcher.
     *
     * @param number of the part
     * @param state as its last holder left it
     * @param territory its hosts
     * @param lease asked before each request
     * @param openAt no request before: its last holder may have one under way
     */
    record Opening(int number, FetchState state, Territory territory, Lease lease, Instant openAt) {}

    /** Who works on parts. */
    @FunctionalInterface
    interface Crew {

        Part take(Opening opening);
    }

    /**
     * Takes in what is asked of the part.
     *
     * @param next where the reading of requests goes on, noted together with them
     */
    void accept(List<Request> requests, long next);

    /** Nothing is begun from now on, and no request sent. */
    void leave();

    /** Waits until nothing is under way; false when something still is after that time. */
    boolean awaitEnd(Duration most) throws InterruptedException;

    /** Tells how far the work is, for the last time. */
    void tell();
}
