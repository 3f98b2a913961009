package org.watchword.index;

import java.util.List;
import java.util.Optional;

/**
 * The searches that are kept, the same for every desk and every command. Nobody's change is lost under another's: a change names what
 * it was made to. Every method throws {@link IndexUnavailableException} when they cannot be reached. Thread-safe.
 */
public interface SavedSearches {

    /** Most searches kept. */
    int MOST = 1_000;

    /** All, by name. */
    List<SavedSearch> all();

    /** The search of that name, whatever the case of its letters. */
    Optional<SavedSearch> named(String name);

    /**
     * Keeps a search.
     *
     * @return false when the name is taken
     * @throws IllegalStateException when {@value #MOST} are kept already
     */
    boolean create(SavedSearch search);

    /** Puts {@code changed} in the place of {@code known}; false when that is no longer what is kept. */
    boolean change(SavedSearch known, SavedSearch changed);

    /** Keeps {@code known} no longer; false when that is no longer what is kept. */
    boolean remove(SavedSearch known);
}
