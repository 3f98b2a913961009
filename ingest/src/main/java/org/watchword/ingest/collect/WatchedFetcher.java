package org.watchword.ingest.collect;

import java.util.function.Supplier;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.Fetcher;

/** A fetcher whose answers are told to a listener. */
public final class WatchedFetcher implements Fetcher {

    private final Fetcher fetcher;
    private final FetchListener listener;

    public WatchedFetcher(Fetcher fetcher, FetchListener listener) {
        this.fetcher = fetcher;
        this.listener = listener;
    }

    @Override
    public Fetched get(String url, Fetched.Validators validators, boolean allowLoopback) {
        return told(() -> fetcher.get(url, validators, allowLoopback));
    }

    @Override
    public Fetched getHead(String url, boolean allowLoopback, int bytes) {
        return told(() -> fetcher.getHead(url, allowLoopback, bytes));
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private Fetched told(Supplier<Fetched> request) {
        long begin = System.nanoTime();
        Fetched answer = request.get();
        long nanos = System.nanoTime() - begin;
        if (answer instanceof Fetched.Body body) {
            listener.answered("ok", nanos, body.received().length);
        } else if (answer instanceof Fetched.NotModified) {
            listener.answered("not-modified", nanos, 0);
        } else if (answer instanceof Fetched.Redirect) {
            listener.answered("redirect", nanos, 0);
        } else if (answer instanceof Fetched.Failed failed) {
            listener.answered(failed.code(), nanos, 0);
        }
        return answer;
    }
}
