package org.watchword.desk.saved;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.watchword.desk.access.RefusedException;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Role;
import org.watchword.desk.request.SearchAddress;
import org.watchword.index.SavedSearch;
import org.watchword.index.SavedSearches;

/** Keeps searches for accounts: everybody may see all and keep own ones; a search is changed by its owner or an admin. Thread-safe. */
public final class SavedSearchEditor {

    private final SavedSearches searches;
    private final InstantSource clock;

    public SavedSearchEditor(SavedSearches searches, InstantSource clock) {
        this.searches = searches;
        this.clock = clock;
    }

    public List<SavedSearch> all() {
        return searches.all();
    }

    public Optional<SavedSearch> named(String name) {
        return searches.named(name);
    }

    public static boolean mayChange(Account account, SavedSearch search) {
        return account.role().covers(Role.ADMIN) || account.name().equals(search.owner());
    }

    /**
     * Keeps a search.
     *
     * @param parameters as in an address; what is at its default is left out of what is kept
     * @throws RefusedException 400 when it cannot be kept so, 409 when the name is taken
     * @throws org.watchword.desk.request.BadParameterException when the parameters cannot be read
     */
    public SavedSearch create(Account owner, String name, String description, String parameters) {
        SavedSearch search = checked(
                () -> SavedSearch.of(name, description.strip(), canonical(parameters), owner.name(), clock.instant()));
        boolean created;
        try {
            created = searches.create(search);
        } catch (IllegalStateException full) {
            throw new RefusedException(409, Objects.toString(full.getMessage(), ""));
        }
        if (!created) {
            throw new RefusedException(
                    409, "There is a search named “" + search.name() + "” already. Choose another name.");
        }
        return search;
    }

    /**
     * Changes what a search finds, or why it is kept.
     *
     * @param seen {@link SavedSearch#changedAt} of what the change was made to, as text; blank to change whatever is there
     * @throws RefusedException 404 when there is none, 403 when it is somebody else's, 409 when it was changed since
     */
    public SavedSearch change(Account account, String name, String description, String parameters, String seen) {
        SavedSearch known = own(account, name);
        requireUnchanged(known, seen);
        SavedSearch changed = checked(() -> known.changed(description.strip(), canonical(parameters), clock.instant()));
        if (!searches.change(known, changed)) {
            throw changedMeanwhile(known);
        }
        return changed;
    }

    /**
     * Keeps a search no longer.
     *
     * @param seen as for {@link #change}
     * @throws RefusedException as for {@link #change}
     */
    public void remove(Account account, String name, String seen) {
        SavedSearch known = own(account, name);
        requireUnchanged(known, seen);
        if (!searches.remove(known)) {
            throw changedMeanwhile(known);
        }
    }

    private SavedSearch own(Account account, String name) {
        SavedSearch known = searches.named(name)
                .orElseThrow(() -> new RefusedException(404, "There is no saved search of this name."));
        if (!mayChange(account, known)) {
            throw new RefusedException(
                    403, "This search is kept by " + known.owner() + "; only they or an admin may change it.");
        }
        return known;
    }

    private static void requireUnchanged(SavedSearch known, String seen) {
        if (!seen.isBlank() && !seen.equals(known.changedAt().toString())) {
            throw changedMeanwhile(known);
        }
    }

    private static RefusedException changedMeanwhile(SavedSearch known) {
        return new RefusedException(
                409,
                "“" + known.name()
                        + "” was changed in the meantime. Nothing of yours was kept: look at it, and do it again.");
    }

    private static String canonical(String parameters) {
        return SearchAddress.parameters(SearchAddress.read(parameters));
    }

    private static SavedSearch checked(Supplier<SavedSearch> search) {
        try {
            return search.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, sentence(Objects.toString(e.getMessage(), "")));
        }
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? reason : Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + '.';
    }
}
