package org.watchword.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;

/** Keeps searches as long as the test runs. */
public final class InMemorySavedSearches implements SavedSearches {

    private final List<SavedSearch> kept = new ArrayList<>();
    private boolean up = true;

    synchronized void down() {
        up = false;
    }

    @Override
    public synchronized List<SavedSearch> all() {
        if (!up) {
            throw new IndexUnavailableException("The test's index is down", new IOException());
        }
        return kept.stream().sorted(Comparator.comparing(SavedSearch::key)).toList();
    }

    @Override
    public synchronized Optional<SavedSearch> named(String name) {
        return all().stream()
                .filter(search -> search.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    @Override
    public synchronized boolean create(SavedSearch search) {
        return named(search.name()).isEmpty() && kept.add(search);
    }

    @Override
    public synchronized boolean change(SavedSearch known, SavedSearch changed) {
        return kept.remove(known) && kept.add(changed);
    }

    @Override
    public synchronized boolean remove(SavedSearch known) {
        return kept.remove(known);
    }
}
