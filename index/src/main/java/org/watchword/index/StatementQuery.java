package org.watchword.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search for statements. Filters of one kind are alternatives; different kinds must all hold.
 *
 * @param text query_string syntax, all terms required by default; blank finds everything
 * @param statuses {@code flagged}, {@code context}; empty for any, statements without flags included
 * @param categories category ids, or a family such as {@code threat}
 * @param speakers names in full
 * @param targets group ids
 * @param sources source ids
 * @param languages BCP 47 tags
 * @param edits how the page was edited: {@code announced}, {@code silent}; empty for any, pages never edited included
 * @param from published (or, where unknown, captured) at or after
 * @param to published before
 * @param sort the order of hits
 * @param size hits wanted, 0 to 200
 * @param collapse whether of statements with the same words in one story only one is shown, with its {@link Copies}
 * @param after the {@code next} of the page before, or null for the first page
 */
public record StatementQuery(
        String text,
        List<String> statuses,
        List<String> categories,
        List<String> speakers,
        List<String> targets,
        List<String> sources,
        List<String> languages,
        List<String> edits,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        int size,
        boolean collapse,
        @Nullable String after) {

    /** The order of hits; ties are broken by id, so that pages never overlap. */
    public enum Sort {
        /** Newest first. */
        DATE,
        /** Best match first. */
        RELEVANCE,
        /** Gravest first, then newest. */
        SEVERITY
    }

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 200;

    /** @throws IllegalArgumentException when {@code size} is out of bounds */
    public StatementQuery {
        statuses = List.copyOf(statuses);
        categories = List.copyOf(categories);
        speakers = List.copyOf(speakers);
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
        edits = List.copyOf(edits);
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be 0 to " + MAX_SIZE + ", not " + size);
        }
    }

    /** The first page of everything that matches {@code text}, newest first, every copy shown. */
    public static StatementQuery of(String text) {
        return new StatementQuery(
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Sort.DATE,
                DEFAULT_SIZE,
                false,
                null);
    }

    /** The same search in another order, from where {@code next} points. */
    public StatementQuery paged(Sort order, int hits, @Nullable String next) {
        return shown(order, hits, collapse, next);
    }

    /** The same search, with copies shown once. */
    public StatementQuery collapsed() {
        return shown(sort, size, true, after);
    }

    private StatementQuery shown(Sort order, int hits, boolean once, @Nullable String next) {
        return new StatementQuery(
                text,
                statuses,
                categories,
                speakers,
                targets,
                sources,
                languages,
                edits,
                from,
                to,
                order,
                hits,
                once,
                next);
    }
}
