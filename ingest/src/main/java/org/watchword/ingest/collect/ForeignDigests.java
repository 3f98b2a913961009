package org.watchword.ingest.collect;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Whether a record still holds the bytes its writer put into it, by its {@code WARC-Block-Digest}. The payload digest is not asked:
 * programs disagree on whether chunking belongs to a payload.
 */
final class ForeignDigests {

    /** Names as crawlers write them, to those of Java. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "sha1", "SHA-1", "sha-1", "SHA-1", "sha256", "SHA-256", "sha-256", "SHA-256", "sha512", "SHA-512", "md5",
            "MD5");

    private ForeignDigests() {}

    /** @throws IOException when the digest is of other bytes; one that cannot be read, or of an unknown kind, says nothing */
    static void check(WarcResponse record, byte[] block) throws IOException {
        Optional<String> written = record.headers().first("WARC-Block-Digest");
        if (written.isEmpty()) {
            return;
        }
        Optional<String> found = digest(written.get(), block);
        if (found.isPresent() && !found.get().equals(hex(written.get()))) {
            throw new IOException("its block is not what its writer digested: WARC-Block-Digest is " + written.get()
                    + ", the block has " + found.get());
        }
    }

    private static Optional<String> digest(String written, byte[] block) {
        int colon = written.indexOf(':');
        String name = colon < 0 ? "" : written.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String algorithm = ALGORITHMS.get(name);
        if (algorithm == null || hex(written).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(block)));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    private static String hex(String written) {
        try {
            return new WarcDigest(written.strip()).hex().toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            return "";
        }
    }
}
