package org.watchword.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An address that whoever serves its host is asked to look after. Asking twice is asking once.
 *
 * @param source for which it is fetched
 * @param url a page, or a list when {@code list} is there
 * @param changedAt when the list that names it said that it changed
 * @param news whether it was named by a feed or a news sitemap
 * @param recheck whether a page that is known becomes due
 * @param hint what was said of the page
 * @param list how the list is to be read; absent for a page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Request(
        String source,
        String url,
        @Nullable Instant changedAt,
        boolean news,
        boolean recheck,
        Hint hint,
        @Nullable ListPart list) {

    /**
     * Where in a walk over a source's lists a list stands.
     *
     * @param form what is expected there
     * @param depth indexes between it and the source's own address
     * @param page 1 for the first of a list
     * @param from first day of the past that is looked for; absent for what is new
     * @param to last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListPart(
            String form,
            int depth,
            int page,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
