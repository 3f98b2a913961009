package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Where the words of a hit stand, all pages of its story together, whatever filters narrow the search.
 *
 * @param total statements with these words, the hit itself included
 * @param outlets outlets that have them
 * @param statements these statements, the oldest first, at most {@value #MOST}
 */
@JsonPropertyOrder({"total", "outlets", "statements"})
public record Copies(long total, long outlets, List<StatementRecord> statements) {

    /** Statements named for one hit. */
    public static final int MOST = 100;

    public Copies {
        statements = List.copyOf(statements);
    }
}
