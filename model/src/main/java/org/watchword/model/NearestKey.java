package org.watchword.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known key a mistyped one was probably meant to be. */
public final class NearestKey {

    private NearestKey() {}

    /**
     * The known key with the smallest edit distance (Levenshtein, case ignored), or empty when none is within a third of the typed
     * key's length, at least one edit. Ties go to the alphabetically first.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (wanted.length() + 2) / 3);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(key -> distance(wanted, key.toLowerCase(Locale.ROOT))))
                .filter(key -> distance(wanted, key.toLowerCase(Locale.ROOT)) <= limit);
    }

    /** {@code unknown key 'x'} with, where there is one, {@code ; did you mean 'y'?}. */
    public static String unknown(String typed, Collection<String> known) {
        return "unknown key '" + typed + "'"
                + of(typed, known)
                        .map(key -> "; did you mean '" + key + "'?")
                        .orElse("; known keys: "
                                + String.join(", ", known.stream().sorted().toList()));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
