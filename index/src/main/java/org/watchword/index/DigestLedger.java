package org.watchword.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What digests were made and what stood in them: so that each is sent once, however many processes run. Every method throws
 * {@link IndexUnavailableException} when the ledger does not answer. Thread-safe.
 */
public interface DigestLedger {

    /** An issue that this process may change as long as nobody else has changed it since. */
    interface Held {

        DigestIssue issue();

        /** Writes the issue; empty when somebody else has changed it in the meantime. */
        Optional<Held> write(DigestIssue changed);
    }

    /** The issue with the highest number. */
    Optional<Held> latest(String digest);

    /** Issues that are not done, of every digest, the oldest first. */
    List<Held> open();

    /** The newest issues of a digest that have content, newest first. */
    List<DigestIssue> issues(String digest, int most);

    /** Makes an issue; empty when one with this number is there already. */
    Optional<Held> create(DigestIssue issue);

    /** What is known of statements, by their ids. */
    Map<String, SentStatement> sent(String digest, Collection<String> statementIds);

    /** Statements that say one of these things. */
    List<SentStatement> saying(String digest, Collection<String> words);

    /** Hands over what was sent since a moment, page by page, by id. */
    void walkSent(String digest, Instant since, Consumer<List<SentStatement>> pages);

    /** Writes what stands in an issue. The same again gives the same rows. */
    void record(List<SentStatement> statements);
}
