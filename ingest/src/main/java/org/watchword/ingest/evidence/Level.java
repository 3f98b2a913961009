package org.watchword.ingest.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The links of the chain from a statement to its bytes, in that order. */
public enum Level {
    /** The span of the text holds the statement's words. */
    WORDS,
    /** The text has the digest that names the version. */
    TEXT,
    /** The ids are those of the address, the digest and the span. */
    ID,
    /** The records are whole: gzip checksums, WARC headers, block and payload digests. */
    RECORD,
    /** The decoded payload has the digest of the reference. */
    PAYLOAD,
    /** Address, time and status of the capture are those of the document. */
    CAPTURE,
    /** What was noted in the archive when the page was captured agrees. */
    NOTES,
    /** The text read anew from the payload is the document's. */
    EXTRACTION,
    /** The custody log tells of these bytes, and they are as they were then. */
    CUSTODY;

    /** In small letters, as printed. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
