package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edited pages, the one changed last first.
 *
 * @param total all that match, exact
 * @param hits this page of them
 * @param next cursor of the following page; absent on the last
 */
@JsonPropertyOrder({"total", "hits", "next"})
public record EditResult(
        long total, List<EditedPage> hits, @Nullable String next) {

    public EditResult {
        hits = List.copyOf(hits);
    }
}
