package org.watchword.bench.extraction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Which pages a rule may be tuned on. Decided by the site, so that no outlet stands on both sides, and by a hash of its name alone, so
 * that the same site falls on the same side in every corpus.
 */
enum Half {
    TUNING,
    HELD_BACK;

    static Half of(String site) {
        return (hash(site) & 1) == 0 ? TUNING : HELD_BACK;
    }

    /** Number of the fold the site falls into, from 0; independent of its half. */
    static int fold(String site, int folds) {
        return (hash(site) >>> 1) % folds;
    }

    private static int hash(String site) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(site.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | (digest[2] & 0xFF);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
