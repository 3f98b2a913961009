package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A search somebody keeps under a name, so that people, digests and exports mean the same by it.
 *
 * @param name what it is called, once whatever the case of its letters; 1 to {@value #LONGEST_NAME} letters, digits, spaces and
 *     {@code . _ - ' ’}, in NFC
 * @param description why it is kept, at most {@value #LONGEST_DESCRIPTION} UTF-16 units; may be empty
 * @param parameters the search as the address of the search page holds it, without its {@code ?}: {@code q=vermin&status=flagged};
 *     empty for everything
 * @param owner account of whoever keeps it
 * @param createdAt when it was first kept
 * @param changedAt when it was changed last; {@code createdAt} when it never was
 */
@JsonPropertyOrder({"name", "description", "parameters", "owner", "createdAt", "changedAt"})
public record SavedSearch(
        String name, String description, String parameters, String owner, Instant createdAt, Instant changedAt) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_DESCRIPTION = 1_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'’-]*");

    /** @throws IllegalArgumentException when the name or the description cannot be used; the message says why */
    public SavedSearch {
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a search's name has 1 to " + LONGEST_NAME
                    + " letters, digits, spaces and . _ - ', and begins with a letter or digit");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("a description is limited to " + LONGEST_DESCRIPTION
                    + " characters; this one has " + description.length());
        }
    }

    /** A search kept for the first time. */
    public static SavedSearch of(String name, String description, String parameters, String owner, Instant now) {
        return new SavedSearch(name, description, parameters, owner, now, now);
    }

    /** The same search under the same name, changed. */
    public SavedSearch changed(String newDescription, String newParameters, Instant now) {
        return new SavedSearch(name, newDescription, newParameters, owner, createdAt, now);
    }

    /** What tells it from others: its name without regard to case. */
    public String key() {
        return key(name);
    }

    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
