package org.watchword.desk.digest;

/** What has become of a statement told earlier, the gravest for a reader first. */
public enum Change {
    /** Reviewers rejected it. */
    REJECTED,
    /** A flag that was told no longer counts. */
    FLAG_LOWERED,
    /** Its flags are others, or graver. */
    FLAG_CHANGED,
    /** Reviewers had rejected it, and no longer do. */
    REINSTATED,
    /** Its page was captured without it. */
    VANISHED,
    /** It stands on its page again. */
    RETURNED,
    /** Its page has changed; the same words stand in the later version. */
    SUPERSEDED,
    /** It is no longer in the index: the page was analysed again, and reads otherwise. */
    GONE
}
