package org.watchword.desk.digest;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.index.Facet;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Severity;

/**
 * What somebody wants to be told, and when.
 *
 * @param id names it in the ledger; never changed, or everything is told again
 * @param title for people
 * @param savedSearch name of the saved search it follows; then query, categories, sources and languages are those of the search
 * @param query query box syntax; blank for every flagged statement
 * @param categories ids, or families such as {@code threat}; empty for all
 * @param severity the least that is told
 * @param sources source ids; empty for all
 * @param languages BCP 47 tags; empty for all
 * @param schedule when it is due
 * @param recipients mail addresses
 * @param mailLanguage BCP 47 tag of the language it is written in, one of {@link DigestLanguage#known()}
 * @param formats how it goes out
 * @param webhook where it is posted
 * @param token sent with it as a bearer token, RFC 6750
 * @param further what the search it follows is narrowed by besides
 */
public record Subscription(
        String id,
        String title,
        Optional<String> savedSearch,
        String query,
        List<String> categories,
        Severity severity,
        List<String> sources,
        List<String> languages,
        Schedule schedule,
        List<String> recipients,
        String mailLanguage,
        Set<Format> formats,
        Optional<URI> webhook,
        Optional<String> token,
        Map<Facet, List<String>> further) {

    public Subscription {
        categories = List.copyOf(categories);
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
        recipients = List.copyOf(recipients);
        formats = Set.copyOf(formats);
        further = Map.copyOf(further);
    }

    /** The same subscription, asking what a search asks. */
    Subscription asking(String text, Map<Facet, List<String>> filters) {
        EnumMap<Facet, List<String>> others = new EnumMap<>(Facet.class);
        others.putAll(filters);
        others.keySet().removeAll(Set.of(Facet.CATEGORY, Facet.SOURCE, Facet.LANGUAGE));
        return new Subscription(
                id,
                title,
                savedSearch,
                text,
                filters.getOrDefault(Facet.CATEGORY, List.of()),
                severity,
                filters.getOrDefault(Facet.SOURCE, List.of()),
                filters.getOrDefault(Facet.LANGUAGE, List.of()),
                schedule,
                recipients,
                mailLanguage,
                formats,
                webhook,
                token,
                others);
    }

    /** As filters of a search. */
    Map<Facet, List<String>> facets() {
        EnumMap<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        facets.putAll(further);
        facets.put(Facet.STATUS, List.of("flagged"));
        facets.put(
                Facet.SEVERITY,
                Stream.of(Severity.values())
                        .filter(this::wants)
                        .map(Severity::id)
                        .toList());
        facets.put(Facet.CATEGORY, categories);
        facets.put(Facet.SOURCE, sources);
        facets.put(Facet.LANGUAGE, languages);
        return facets;
    }

    /** Whether a flag is one to be told of; the index knows only that a statement has such a category and counts for something. */
    boolean wants(Flag flag) {
        return flag.status() == FlagStatus.FLAGGED
                && wants(flag.severity())
                && (categories.isEmpty() || categories.stream().anyMatch(wanted -> covers(wanted, flag.category())));
    }

    private boolean wants(Severity grade) {
        List<String> wanted = further.getOrDefault(Facet.SEVERITY, List.of());
        return grade.compareTo(severity) >= 0 && (wanted.isEmpty() || wanted.contains(grade.id()));
    }

    private static boolean covers(String wanted, Category category) {
        return category.id().equals(wanted) || category.id().startsWith(wanted + '.');
    }

    /** Whether a source is one to be told of. */
    boolean reads(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
