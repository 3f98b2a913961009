package org.watchword.ingest.custody;

/** Checks what a timestamp authority has answered (RFC 3161). */
@FunctionalInterface
public interface TimestampCheck {

    /**
     * What was found.
     *
     * @param genuine whether the answer is a timestamp of these bytes with a signature that holds
     * @param trusted whether the signer is one that is trusted here
     * @param words what is wrong, or whose it is and of when
     */
    record Finding(boolean genuine, boolean trusted, String words) {}

    /**
     * Checks an answer.
     *
     * @param answer the DER-encoded {@code TimeStampResp}
     * @param sha256 what it has to be of, 64 hex digits
     */
    Finding check(byte[] answer, String sha256);
}
