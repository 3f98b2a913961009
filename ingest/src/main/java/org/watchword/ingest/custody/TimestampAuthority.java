package org.watchword.ingest.custody;

import java.io.IOException;

/** Somebody who signs that something existed at a time (RFC 3161). */
public interface TimestampAuthority {

    /** Its address, as written into the log. */
    String address();

    /**
     * Asks for a timestamp.
     *
     * @param sha256 of what is to be stamped, 64 hex digits
     * @return the DER-encoded {@code TimeStampResp}, checked to be a timestamp of that digest
     * @throws IOException when the authority does not answer, refuses, or answers something else
     */
    byte[] stamp(String sha256) throws IOException;
}
