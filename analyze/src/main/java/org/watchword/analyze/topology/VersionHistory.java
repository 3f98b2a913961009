package org.watchword.analyze.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.watchword.analyze.revision.Capture;
import org.watchword.analyze.topology.Version.Stated;
import org.watchword.model.Succession;

/**
 * The versions of one page. What became of a statement follows from the set of captures alone, never from their order of arrival.
 *
 * <p>A statement is followed from the last capture of its own version through the later ones: the first that states the same words
 * supersedes it; the first whose text does not hold the words at all makes it vanished; a text that holds the words without stating
 * them leaves it as it is.
 *
 * @param versions by last capture, then by digest
 * @param captures every capture, in order
 */
record VersionHistory(List<Version> versions, List<Capture> captures) {

    private static final Comparator<Version> BY_CAPTURE =
            Comparator.comparing(Version::last).thenComparing(Version::textSha256);

    @SuppressWarnings("ConstantValue") // A history kept before captures were carries none.
    VersionHistory {
        versions = versions.stream().sorted(BY_CAPTURE).toList();
        captures = captures == null
                ? versions.stream()
                        .flatMap(v ->
                                Stream.of(v.first(), v.last()).map(at -> new Capture(at, v.textSha256(), null, null)))
                        .distinct()
                        .sorted()
                        .toList()
                : captures.stream().distinct().sorted().toList();
    }

    static VersionHistory empty() {
        return new VersionHistory(List.of(), List.of());
    }

    Optional<Version> version(String textSha256) {
        return versions.stream().filter(v -> v.textSha256().equals(textSha256)).findFirst();
    }

    /** The version captured last; empty without versions. */
    Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The statements of all versions but one. */
    List<String> statementsBeside(String textSha256) {
        return versions.stream()
                .filter(v -> !v.textSha256().equals(textSha256))
                .flatMap(v -> v.statements().stream())
                .map(Stated::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a version states it. */
    boolean states(String statementId) {
        return versions.stream().flatMap(v -> v.statements().stream()).anyMatch(s -> s.id().equals(statementId));
    }

    /** This history with a version added, or put in the place of the one with the same text, as it was captured. */
    VersionHistory with(Version version, Capture capture) {
        List<Version> next = new ArrayList<>(versions);
        next.removeIf(v -> v.textSha256().equals(version.textSha256()));
        next.add(version);
        List<Capture> longer = new ArrayList<>(captures);
        longer.add(capture);
        return new VersionHistory(next, longer);
    }

    /**
     * What became of each statement that is not current, by statement id.
     *
     * @param holds whether a version's text holds the words
     */
    Map<String, Succession> fates(BiPredicate<Version, String> holds) {
        Map<String, Succession> fates = new TreeMap<>();
        for (int i = 0; i < versions.size(); i++) {
            Version own = versions.get(i);
            for (Stated statement : own.statements()) {
                fate(own, statement, versions.subList(i + 1, versions.size()), holds)
                        .ifPresent(fate -> fates.put(statement.id(), fate));
            }
        }
        return fates;
    }

    private static Optional<Succession> fate(
            Version own, Stated statement, List<Version> later, BiPredicate<Version, String> holds) {
        for (Version version : later) {
            // A text captured both before and after this one is later by its last capture only.
            Instant at = version.first().isAfter(own.last()) ? version.first() : version.last();
            Optional<Stated> same = version.statements().stream()
                    .filter(s -> s.words().equals(statement.words()))
                    .findFirst();
            if (same.isPresent()) {
                return Optional.of(new Succession(statement.id(), same.get().id(), at));
            }
            if (!holds.test(version, statement.words())) {
                return Optional.of(new Succession(statement.id(), null, at));
            }
        }
        return Optional.empty();
    }

    /**
     * What has to be said about this history's statements when the fates {@code before} have become {@code now}: new and changed fates, and statements that are
     * current again, which succeed themselves.
     */
    List<Succession> changes(Map<String, Succession> before, Map<String, Succession> now, Instant at) {
        Map<String, Succession> changed = new TreeMap<>();
        now.forEach((id, fate) -> {
            if (!fate.equals(before.get(id))) {
                changed.put(id, fate);
            }
        });
        before.keySet().stream()
                .filter(id -> !now.containsKey(id) && states(id))
                .forEach(id -> {
                    changed.put(id, new Succession(id, id, at));
                });
        return List.copyOf(changed.values());
    }
}
