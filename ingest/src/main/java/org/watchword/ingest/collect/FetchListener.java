package org.watchword.ingest.collect;

import org.watchword.model.CountsListener;
import org.watchword.model.Document;

/** Told of progress as it happens, by the thread that makes it: answer quickly and throw nothing. */
public interface FetchListener extends CountsListener {

    FetchListener NONE = new FetchListener() {};

    /** A pass over a source found {@code pages} pages, {@code fresh} of them for the first time. */
    default void discovered(String source, int pages, int fresh) {}

    /** A pass over a source ended; {@code problem} is empty when it could be read. */
    default void passed(String source, String problem) {}

    /** A document was published and acknowledged. */
    default void emitted(Document document) {}

    /**
     * A request was answered, or failed: a page's, a list's or that of a robots.txt.
     *
     * @param outcome {@code ok}, {@code not-modified}, {@code redirect}, or the code of a {@link org.watchword.ingest.http.Fetched.Failed}
     * @param bytes of the body as received
     */
    default void answered(String outcome, long nanos, long bytes) {}

    /**
     * An input ended in any other way.
     *
     * @param origin address, or file and line
     * @param status as counted, for example {@code refused:robots}
     * @param reason in words; empty where the status says it all
     */
    default void ended(String source, String origin, String status, String reason) {}
}
