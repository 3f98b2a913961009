package org.watchword.ingest.robots;

import java.time.Duration;
import java.util.function.Supplier;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.Fetched;

/** Sends each request when its host's turn has come, and leaves a host in trouble alone. Safe for use by several threads. */
public final class PacedHttp {

    /** A host that wants to be left alone for longer is not waited for: the thread has others to serve. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final HostPacing pacing;
    private final HostBackoff backoff;
    private final Lease lease;

    public PacedHttp(HostPacing pacing, HostBackoff backoff) {
        this(pacing, backoff, Lease.ALWAYS);
    }

    /** @param lease without which nothing is sent */
    public PacedHttp(HostPacing pacing, HostBackoff backoff, Lease lease) {
        this.pacing = pacing;
        this.backoff = backoff;
        this.lease = lease;
    }

    /**
     * @param pause least time until the next request to the host
     * @return what {@code request} answered, or a retryable failure {@code backing-off} without asking it
     * @throws Lease.LapsedException when the lease has ended, without asking
     */
    Fetched send(WebAddress to, Duration pause, Supplier<Fetched> request) throws InterruptedException {
        Duration wait = pacing.remaining(to.host());
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return new Fetched.Failed(
                    "backing-off",
                    to.host() + " is left alone for another " + wait.toSeconds() + " s after turning us away",
                    true,
                    wait);
        }
        pacing.take(to.host(), lease);
        Duration after = pause;
        try {
            Fetched answer = request.get();
            Duration away = backoff.after(to.host(), answer);
            after = away.compareTo(pause) > 0 ? away : pause;
            return answer;
        } finally {
            pacing.release(to.host(), after);
        }
    }
}
