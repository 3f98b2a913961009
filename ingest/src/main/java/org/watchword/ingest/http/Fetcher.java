package org.watchword.ingest.http;

/**
 * Sends one GET and answers what came of it: the port through which everything that is fetched comes. {@link HttpFetcher} is the one that
 * speaks to the network, and the guards against what comes back are its own. Implementations are safe for use by several threads.
 */
public interface Fetcher extends AutoCloseable {

    /**
     * One GET.
     *
     * @param url absolute http or https address
     * @param validators of an earlier capture, or {@link Fetched.Validators#NONE}
     * @param allowLoopback whether addresses on this machine may be connected to
     */
    Fetched get(String url, Fetched.Validators validators, boolean allowLoopback);

    /**
     * One GET of which only the first bytes are wanted.
     *
     * @param bytes a longer body is cut there, not refused
     */
    Fetched getHead(String url, boolean allowLoopback, int bytes);

    /** Breaks off exchanges under way. */
    @Override
    void close();
}
