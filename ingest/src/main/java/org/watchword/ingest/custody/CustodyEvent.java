package org.watchword.ingest.custody;

import java.util.Locale;

/** What a custody log tells of. */
public enum CustodyEvent {
    /**
     * Bytes were added to the archive: {@code file}, {@code from}, {@code to} (offsets), {@code sha256} of the bytes between them,
     * {@code captures}, and {@code cdxj}, the digest of their lines in the file's CDXJ index, each with its line feed.
     */
    CAPTURE,
    /** Analysis works with other rules, word lists or models than before: {@code rules}, {@code program}. */
    ANALYSIS,
    /**
     * The past was analysed anew: {@code since}, {@code until}, {@code extract}, {@code rules}, {@code program}; {@code changes} and
     * {@code report}, the digest of the table that tells them; {@code generation} of the index, and whether it {@code serves} since.
     */
    REPLAY,
    /**
     * A person judged a statement: {@code statement}, {@code verdict}, {@code reviewer}, {@code kind}, {@code decision} (its id) and
     * {@code sha256} of its record.
     */
    REVIEW,
    /** Something left the house: {@code statements}, {@code file}, {@code sha256}. */
    EXPORT,
    /** Evidence was verified: {@code statements}, {@code failed}. */
    VERIFY,
    /** A UTC day with entries has ended: {@code day}. The digest of this line is the day's head. */
    DAY,
    /** An authority has put its time under a day's head: {@code day}, {@code authority}, {@code time}, {@code sha256} of its answer. */
    TIMESTAMP,
    /** The end of the log was not as this program had left it: {@code expected}, {@code found}. */
    BROKEN,
    /** A line that a crash left unfinished was cut off: {@code bytes}. Nobody had been told that it was kept. */
    REPAIR;

    /** In small letters, as written. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
